import type { Sql } from '@diglot/platform';

/** Who asked for a command, and why: its audit. */
export interface CommandAudit {
  readonly actor: string;
  readonly reason: string;
}

/** One row of the audit. */
export interface AuditRow extends CommandAudit {
  /** `redrive`, `replay` … */
  readonly command: string;
  /** What it was about, as JSON. */
  readonly detail: string;
  /** How many things it touched; 0 when it was refused. */
  readonly affected: number;
  readonly outcome: 'done' | 'refused';
}

const WRITE = `
  INSERT INTO pipeline.commands (actor, command, reason, detail, affected, outcome) VALUES ($1, $2, $3, $4, $5, $6)`;

/** Writes an audit row; inside the transaction of the command, so that neither is there without the other. */
export async function writeAudit(
  sql: Sql,
  { actor, command, reason, detail, affected, outcome }: AuditRow,
): Promise<void> {
  await sql.run(WRITE, [actor, command, reason, detail, affected, outcome]);
}
