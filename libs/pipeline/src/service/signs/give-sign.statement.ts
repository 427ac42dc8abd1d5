import type { Sql } from '@diglot/platform';

/** What a process says of itself. */
export interface ProcessSign {
  readonly id: string;
  readonly service: string;
  readonly version: string;
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

/** Processes that died leave their rows to the others, who keep them for an hour: for whoever looks for what died. */
const GIVE = `
  WITH forgotten AS (DELETE FROM pipeline.processes WHERE seen_at < now() - interval '1 hour' AND id <> $1)
  INSERT INTO pipeline.processes (id, service, version, ready, reasons) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE SET seen_at = now(), ready = excluded.ready, reasons = excluded.reasons`;

export async function giveSign(sql: Sql, { id, service, version, ready, reasons }: ProcessSign): Promise<void> {
  await sql.run(GIVE, [id, service, version, ready, reasons]);
}
