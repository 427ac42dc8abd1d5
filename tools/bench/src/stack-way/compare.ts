import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import type { Database } from '@diglot/platform';
import type { BenchOptions } from '../bench.ts';
import { ConnectPeer } from '../connect/connect-peer.ts';
import { type ConnectInstallation, installConnect } from '../connect/install-connect.ts';
import { median, rounded } from '../statistics.ts';
import { runBare } from './bare-consumer.ts';
import { assertSameRows, type Totals } from './final-rows.ts';

const ROUNDS = ['1', '2', '3'];

/** Papers/s, the median of the rounds. */
export interface Speeds {
  readonly bare: number;
  /** Null where there is no Java or Maven. */
  readonly connect: number | null;
}

interface CompareOptions {
  readonly bootstrap: string;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly folder: string;
  readonly wanted: Totals;
  readonly say: BenchOptions['say'];
}

/**
 * The bare consumer and Kafka Connect in turn.
 * @throws Error if they didn't write the same rows
 */
export async function compare({ folder, say, ...options }: CompareOptions): Promise<Speeds> {
  const { bootstrap, database, wanted } = options;
  const seen: Record<'bare' | 'connect', number[]> = { bare: [], connect: [] };
  const installation = await installIfPossible(say);
  const names = ROUNDS.map((round) => `peer_${round}`);
  const peer =
    installation && (await ConnectPeer.start({ ...options, installation, folder: join(folder, 'connect'), names }));
  try {
    for (const round of ROUNDS) {
      const bare = await runBare(bootstrap, database, `bare_${round}`, wanted);
      seen.bare.push(bare);
      const connect = await peer?.run(`peer_${round}`);
      if (connect !== undefined) seen.connect.push(connect);
      say(`round ${round}: bare ${rounded(bare)} papers/s${connect ? `, Kafka Connect ${rounded(connect)}` : ''}`);
      if (peer) await assertSameRows(database, `bare_${round}`, `peer_${round}`);
    }
  } finally {
    await peer?.stop();
  }
  return { bare: median(seen.bare), connect: peer ? median(seen.connect) : null };
}

async function installIfPossible(say: BenchOptions['say']): Promise<ConnectInstallation | null> {
  try {
    return await installConnect();
  } catch (error) {
    if (!(error instanceof DiglotError)) throw error;
    say(`Kafka Connect is left out: ${error.message}`);
    return null;
  }
}
