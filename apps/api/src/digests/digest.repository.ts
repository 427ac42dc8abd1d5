import { Injectable } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import type { Sha256 } from '@diglot/domain';
import { Database } from '@diglot/platform';
import type { DIGEST_STATES } from '../contract/digests.schema.ts';
import { DiagnosticView } from '../views/diagnostic.view.ts';
import { ParsedPlacementView } from '../views/parsed-placement.view.ts';
import { PlacementView } from '../views/placement.view.ts';

export type DigestState = (typeof DIGEST_STATES)[number];

export interface DigestListing {
  readonly source: string | null;
  readonly state: DigestState | null;
  /** The last one of the page before: day, source, path. */
  readonly after: readonly [string, string, string] | null;
  readonly rows: number;
}

export interface DigestRow {
  readonly source: string;
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  readonly date: string | null;
  readonly listedDate: string;
  readonly kind: string | null;
  readonly entries: number;
  readonly diagnostics: number;
  readonly state: DigestState;
  readonly revision: number;
  readonly changedAt: Date;
}

/** A digest with everything that is known of it. */
export interface DigestDetail {
  readonly size: number;
  readonly storedAt: Date;
  readonly placements: readonly PlacementView[];
  /** null: not parsed yet, or no longer what any path holds. */
  readonly parsed: ParsedPlacementView | null;
  readonly diagnostics: readonly DiagnosticView[];
}

/** An event that is not done is found by its key, which is a placement's name. */
const LIST = `
  SELECT * FROM (
    SELECT found.source, found.path, found.sha256, found.size, found.date::text AS date,
      coalesce(found.date, '-infinity')::text AS "listedDate", found.revision, found.changed_at AS "changedAt",
      CASE WHEN parsed.sha256 = found.sha256 THEN parsed.kind END AS kind,
      CASE WHEN parsed.sha256 = found.sha256 THEN parsed.entries ELSE 0 END AS entries,
      CASE WHEN parsed.sha256 = found.sha256 THEN (
        SELECT count(*)::int FROM parser.diagnostic_view AS diagnostic
        WHERE diagnostic.source = found.source AND diagnostic.path = found.path
      ) ELSE 0 END AS diagnostics,
      CASE
        WHEN parsed.revision >= found.revision THEN 'parsed'
        ELSE coalesce((
          SELECT CASE receipt.status WHEN 'dead' THEN 'failed' ELSE 'retrying' END
          FROM pipeline.inbox_view AS receipt
          WHERE receipt.status <> 'done' AND receipt.topic = $1 AND receipt.key = found.source || E'\\n' || found.path
          ORDER BY receipt.first_seen DESC LIMIT 1
        ), 'waiting')
      END AS state
    FROM watcher.placement_view AS found LEFT JOIN parser.placement_view AS parsed USING (source, path)
    WHERE found.live AND ($2::text IS NULL OR found.source = $2)
      AND ($3::text IS NULL OR (coalesce(found.date, '-infinity'), found.source, found.path) < ($3::date, $4, $5))
  ) AS digest
  WHERE $6::text IS NULL OR state = $6
  ORDER BY "listedDate"::date DESC, source DESC, path DESC
  LIMIT $7`;

const STORED = `SELECT size, stored_at AS "storedAt" FROM watcher.digest_view WHERE sha256 = decode($1, 'hex')`;

const CHUNK = `SELECT substring(bytes FROM $2 FOR $3) AS chunk FROM watcher.digest_view WHERE sha256 = decode($1, 'hex')`;

/** Bytes read at once: a digest may have 64 MiB, and nobody needs all of them in memory. */
const CHUNK_BYTES = 1024 * 1024;

/** Digests, read from the views of the watcher and the parser. */
@Injectable()
export class DigestRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list({ source, state, after, rows }: DigestListing): Promise<DigestRow[]> {
    const place = after ?? [null, null, null];
    return this.#database.rows<DigestRow>(LIST, [TOPICS.digestDiscovered, source, ...place, state, rows]);
  }

  /** @returns null when no such bytes are stored */
  async find(sha256: Sha256): Promise<DigestDetail | null> {
    const [stored] = await this.#database.rows<{ size: number; storedAt: Date }>(STORED, [sha256]);
    if (!stored) return null;
    const { manager } = this.#database.dataSource;
    const placements = await manager.find(PlacementView, { where: { sha256 }, order: { source: 'ASC', path: 'ASC' } });
    const parsed = await manager.findOne(ParsedPlacementView, {
      where: { sha256 },
      order: { source: 'ASC', path: 'ASC' },
    });
    // The same bytes give the same diagnostics wherever they lie.
    const diagnostics = parsed
      ? await manager.find(DiagnosticView, {
          where: { source: parsed.source, path: parsed.path },
          order: { position: 'ASC' },
        })
      : [];
    return { ...stored, placements, parsed, diagnostics };
  }

  async size(sha256: Sha256): Promise<number | null> {
    const [stored] = await this.#database.rows<{ size: number }>(STORED, [sha256]);
    return stored?.size ?? null;
  }

  /** The bytes of a digest of that size, piece by piece. */
  async *bytes(sha256: Sha256, size: number): AsyncGenerator<Buffer> {
    for (let at = 0; at < size; at += CHUNK_BYTES) {
      const [row] = await this.#database.rows<{ chunk: Buffer }>(CHUNK, [sha256, at + 1, CHUNK_BYTES]);
      if (row) yield row.chunk;
    }
  }
}
