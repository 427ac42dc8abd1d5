import type { Database } from '@diglot/platform';

/** Which dead letters a command is about; all conditions that are given must hold. */
export interface DeadLetterFilter {
  readonly eventIds?: readonly string[];
  readonly consumer?: string;
  readonly errorCode?: string;
}

/** Who asked for a command, and why: its audit. */
export interface CommandAudit {
  readonly actor: string;
  readonly reason: string;
}

const CONDITION = `
  status = 'dead' AND ($1::uuid[] IS NULL OR event_id = ANY($1)) AND ($2::text IS NULL OR consumer = $2)
  AND ($3::text IS NULL OR error_code = $3)`;

/** One statement: the rows, their audit and the count change together or not at all. */
const REDRIVE = `
  WITH redriven AS (
    UPDATE pipeline.inbox SET
      status = 'retrying', attempt = 0, redrives = redrives + 1, next_at = now(), armed_until = NULL,
      lease_token = NULL, lease_until = NULL, updated_at = now()
    WHERE ${CONDITION}
    RETURNING 1
  ), affected AS (SELECT count(*)::int AS count FROM redriven)
  INSERT INTO pipeline.commands (actor, command, reason, detail, affected)
  SELECT $4, 'redrive', $5, $6, count FROM affected
  RETURNING affected AS count`;

const COUNT = `SELECT count(*)::int AS count FROM pipeline.inbox WHERE ${CONDITION}`;

/** Puts dead letters back to work, with all their attempts. @returns how many */
export async function redrive(database: Database, filter: DeadLetterFilter, audit: CommandAudit): Promise<number> {
  const [row] = await database.rows<{ count: number }>(REDRIVE, [
    ...parameters(filter),
    audit.actor,
    audit.reason,
    JSON.stringify(filter),
  ]);
  return row?.count ?? 0;
}

/** How many a {@link redrive} would touch. */
export async function countDeadLetters(database: Database, filter: DeadLetterFilter): Promise<number> {
  const [row] = await database.rows<{ count: number }>(COUNT, parameters(filter));
  return row?.count ?? 0;
}

function parameters({ eventIds, consumer, errorCode }: DeadLetterFilter): unknown[] {
  return [eventIds ?? null, consumer ?? null, errorCode ?? null];
}
