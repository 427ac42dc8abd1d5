import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { DiglotError } from '@diglot/domain';
import { lastLinesOf, lengthOf, SupervisedProcess } from '@diglot/platform';
import type { Service } from '../compose/compose-file.ts';
import { programOf, ROOT } from './health.ts';
import type { Unit } from './unit.ts';

/** `DIGLOT_TOPIC_DIFFERS: …` */
const WARNING = /^DIGLOT_[A-Z_]+: /;

/**
 * Runs a service that is to end by itself.
 * @returns the lines that begin with a code: what it warns of, and is no reason not to go on
 * @throws DiglotError `DIGLOT_SERVICE_START` with the last lines of its log, unless it exits with 0
 */
export async function runJob(
  name: string,
  service: Service,
  environment: Readonly<Record<string, string>>,
  logFile: string,
): Promise<readonly string[]> {
  const [program = '', ...args] = service.command ?? [];
  const start = await lengthOf(logFile);
  const log = await open(logFile, 'a', 0o600);
  try {
    const ending = { ask: 'TERM', insist: 'KILL', patience: service.graceSeconds };
    const options = { output: log.fd, environment, folder: ROOT, ending };
    const code = await new SupervisedProcess(programOf(program), args, options).exited;
    if (code === 0) return await warningsOf(logFile, start);
    const lines = await lastLinesOf(logFile, start);
    const detail = `${name} ended with ${code ?? 'a signal'}; its log is ${logFile}\n${lines}`;
    throw new DiglotError('DIGLOT_SERVICE_START', detail.trimEnd());
  } finally {
    await log.close();
  }
}

/** As `status` and `logs` show it. */
export function jobOf(name: string, logFile: string): Unit {
  const nothing = { address: null, probesUrl: null, health: null };
  const common = { kind: 'job' as const, service: name, name, logFile, ...nothing };
  return { ...common, getPid: () => null, getRestarts: () => 0 };
}

async function warningsOf(logFile: string, start: number): Promise<readonly string[]> {
  const warnings: string[] = [];
  for await (const line of createInterface({ input: createReadStream(logFile, { start }) })) {
    if (WARNING.test(line)) warnings.push(line);
  }
  return warnings;
}
