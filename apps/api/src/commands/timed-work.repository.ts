import { Injectable } from '@nestjs/common';
import { writeAudit, type CommandAudit } from '@diglot/pipeline';
import { Database } from '@diglot/platform';

export interface ReplayFilter {
  /** YYYY-MM-DD. */
  readonly from: string;
  readonly source: string | null;
}

export interface ReplayRow {
  readonly replayId: string;
  readonly from: string;
  readonly source: string | null;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly announced: number;
  /** As things lie now: what came behind it is not in it, and what comes before it is. */
  readonly remaining: number;
  readonly finishedAt: Date | null;
}

export interface ReVerificationRow {
  readonly generation: number;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly judged: number;
  readonly changed: number;
  readonly remaining: number;
  readonly finishedAt: Date | null;
}

const COUNT_REPLAY = `
  SELECT count(*)::int AS count FROM watcher.placement_view
  WHERE live AND date >= $1::date AND ($2::text IS NULL OR source = $2)`;

/** The watcher's own function writes its table: nobody else does (docs/adr, "Commands are functions of who obeys them"). */
const REQUEST_REPLAY = `SELECT watcher.request_replay($1::date, $2, $3, $4) AS id`;

const COUNT_ENTRIES = `SELECT count(*)::int AS count FROM parser.entry_view WHERE NOT retracted`;

const REQUEST_RE_VERIFICATION = `SELECT translator.request_re_verification($1, $2)::int AS generation`;

const REPLAYS = `
  SELECT id AS "replayId", from_date::text AS from, source, reason, requested_at AS "requestedAt", announced,
    remaining, finished_at AS "finishedAt"
  FROM watcher.replay_view ORDER BY requested_at DESC LIMIT $1`;

const RE_VERIFICATIONS = `
  SELECT generation::int AS generation, reason, requested_at AS "requestedAt", judged, changed, remaining,
    finished_at AS "finishedAt"
  FROM translator.re_verification_view ORDER BY re_verification_view.generation DESC LIMIT $1`;

/** How many of each are shown. */
const SHOWN = 20;

/** Work that others do in their own time: it is asked for here, in one transaction with its audit. */
@Injectable()
export class TimedWorkRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async countReplay({ from, source }: ReplayFilter): Promise<number> {
    const [row] = await this.#database.rows<{ count: number }>(COUNT_REPLAY, [from, source]);
    return row?.count ?? 0;
  }

  async replay(filter: ReplayFilter, audit: CommandAudit): Promise<{ count: number; replayId: string }> {
    return this.#database.transaction(async (tx) => {
      const { from, source } = filter;
      const [counted] = await tx.rows<{ count: number }>(COUNT_REPLAY, [from, source]);
      const [asked] = await tx.rows<{ id: string }>(REQUEST_REPLAY, [from, source, audit.actor, audit.reason]);
      if (!counted || !asked) throw new Error('a statement without a row');
      const detail = JSON.stringify({ ...filter, replayId: asked.id });
      await writeAudit(tx, { ...audit, command: 'replay', detail, affected: counted.count, outcome: 'done' });
      return { count: counted.count, replayId: asked.id };
    });
  }

  async countEntries(): Promise<number> {
    const [row] = await this.#database.rows<{ count: number }>(COUNT_ENTRIES);
    return row?.count ?? 0;
  }

  async reVerify(audit: CommandAudit): Promise<{ count: number; generation: number }> {
    return this.#database.transaction(async (tx) => {
      const [counted] = await tx.rows<{ count: number }>(COUNT_ENTRIES);
      const [asked] = await tx.rows<{ generation: number }>(REQUEST_RE_VERIFICATION, [audit.actor, audit.reason]);
      if (!counted || !asked) throw new Error('a statement without a row');
      const detail = JSON.stringify({ generation: asked.generation });
      await writeAudit(tx, { ...audit, command: 're-verify', detail, affected: counted.count, outcome: 'done' });
      return { count: counted.count, generation: asked.generation };
    });
  }

  async replays(): Promise<ReplayRow[]> {
    return this.#database.rows<ReplayRow>(REPLAYS, [SHOWN]);
  }

  async reVerifications(): Promise<ReVerificationRow[]> {
    return this.#database.rows<ReVerificationRow>(RE_VERIFICATIONS, [SHOWN]);
  }
}
