import type { Database, Sql } from '@diglot/platform';
import type { PointerLoader } from '../bus/pointer-loader.ts';

/** A table of states for tests of relays: a number for each key. */
export async function createStateTable(database: Database): Promise<void> {
  await database.run('CREATE TABLE state (key text PRIMARY KEY, round int NOT NULL)');
}

/** Sets the state of some keys. */
export async function setStates(sql: Sql, keys: readonly string[], round: number): Promise<void> {
  await sql.run(
    `INSERT INTO state SELECT key, $2 FROM unnest($1::text[]) AS key
     ON CONFLICT (key) DO UPDATE SET round = EXCLUDED.round`,
    [keys, round],
  );
}

/** Loads states as records of a topic; the value is the number as text. */
export function tableLoader(database: Database, topic: string): PointerLoader {
  return async (keys) => {
    const rows = await database.rows<{ key: string; round: number }>(
      'SELECT key, round FROM state WHERE key = ANY($1)',
      [keys],
    );
    const entries = rows.map(({ key, round }) => {
      const headers = { ce_id: `${key}@${round}` };
      return [key, { topic, key, headers, value: Buffer.from(String(round)) }] as const;
    });
    return new Map(entries);
  };
}
