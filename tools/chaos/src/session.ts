import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkInvariants } from '@diglot/pipeline';
import { openDatabase, type Database } from '@diglot/platform';
import { startStack, type Stack, type StartStackOptions } from '@diglot/stack';
import { auditSettlements } from './checks/audit-settlements.statement.ts';
import { checkPapers } from './checks/check-papers.ts';
import { compareLog } from './checks/compare-log.ts';
import { countBatch } from './checks/count-batch.statement.ts';
import { countOpen } from './checks/count-open.statement.ts';
import { findFiles } from './checks/find-files.ts';
import type { Finding } from './checks/finding.ts';
import { judgeRun, type RunVerdict } from './checks/judge-run.ts';
import { LogAudit } from './checks/log-audit.ts';
import { notSettledOnce } from './checks/not-settled-once.statement.ts';
import { uncommittedFiles } from './checks/uncommitted-files.statement.ts';
import type { Batch } from './load/batch.ts';

/** Short enough that a run is over in seconds; each is a setting of docs/configuration.md. */
const ENVIRONMENT = {
  DIGLOT_KAFKA_SESSION_SECONDS: '6',
  DIGLOT_LEASE_SECONDS: '3',
  DIGLOT_SWEEP_SECONDS: '1',
  DIGLOT_ARMED_SECONDS: '5',
  DIGLOT_SCAN_SECONDS: '1',
  DIGLOT_STABLE_MILLISECONDS: '200',
};

/** Files are moved away once they are done, so that the watcher can be killed in its clean-up too. */
const SOURCES = { sources: [{ kind: 'folder', folder: 'digests', name: 'chaos', afterwards: 'move' }] };

/** A running stack with those who watch it. */
export interface Session {
  readonly stack: Stack;
  readonly database: Database;
  readonly audit: LogAudit;
  /** The folder that the watcher watches. */
  readonly digests: string;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** For data, logs and digests. */
  readonly folder: string;
  readonly brokers: 1 | 3;
  readonly say: (line: string) => void;
  /** Changes the commands of docker-compose.yml. */
  readonly mapCommand?: StartStackOptions['mapCommand'];
}

/** Starts a stack of its own, every service once. */
export async function startSession({ folder, brokers, say, mapCommand }: SessionOptions): Promise<Session> {
  const digests = join(folder, 'digests');
  await mkdir(digests, { recursive: true });
  const config = join(folder, 'diglot.config.json');
  await writeFile(config, JSON.stringify(SOURCES));
  const stack = await startStack({
    data: join(folder, 'data'),
    config,
    examples: false,
    port: 0,
    brokers,
    environment: ENVIRONMENT,
    isShortLived: true,
    ...(mapCommand ? { mapCommand } : {}),
    onStarting: (name) => say(`starting ${name}`),
    onFatal: (error) => say(error.message),
  });
  try {
    const url = stack.environmentOf('parser')['DIGLOT_DATABASE_URL'] ?? '';
    const database = await openDatabase({ url, applicationName: 'chaos', migrations: [], entities: [] });
    await auditSettlements(database);
    const audit = new LogAudit(stack.kafka.bootstrap.split(','));
    await audit.start();
    const close = async (): Promise<void> => {
      await audit.close();
      await database.close();
      await stack.stop();
    };
    return { stack, database, audit, digests, close };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Looks at everything, once. @param deadExpected dead letters that there must be by now */
export async function look(session: Session, batch: Batch, deadExpected: number): Promise<RunVerdict> {
  const { database, audit, digests } = session;
  // Before anything of the database: what is moved away by now must be committed by now.
  const files = await findFiles(digests, batch.files);
  const [counts, open, log, violations, papers, unsettled, uncommitted] = await Promise.all([
    countBatch(database, batch.papers),
    countOpen(database),
    compareLog(database, audit),
    checkInvariants(database),
    checkPapers(database, batch.papers),
    notSettledOnce(database),
    uncommittedFiles(database, files.moved),
  ]);
  const findings: Finding[] = [
    ...violations,
    { invariant: 'I3', detail: 'events that not exactly one transaction moved to done', count: unsettled },
    papers,
    { invariant: 'I9', detail: 'files moved away that are not committed and settled', count: uncommitted },
    { invariant: 'I9', detail: 'files that are nowhere', count: files.vanished },
  ];
  const { unmoved } = files;
  return judgeRun(batch, { counts, open, deadExpected, log, unmoved, violations: findings });
}
