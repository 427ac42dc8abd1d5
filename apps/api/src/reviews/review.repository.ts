import { Injectable } from '@nestjs/common';
import { sha256, type ArxivId, type ReviewDecision } from '@diglot/domain';
import { writeAudit, type CommandAudit } from '@diglot/pipeline';
import { Database, type Transaction } from '@diglot/platform';
import type { ReviewBody } from '../contract/reviews.schema.ts';
import type { PaperMember } from '../papers/paper-candidates.ts';

/** The latest review of a pair, with its texts. */
export interface ReviewRow {
  readonly arxivId: ArxivId;
  readonly field: ReviewBody['field'];
  readonly en: string;
  readonly zh: string;
  readonly enHash: string;
  readonly zhHash: string;
  readonly decision: ReviewDecision;
  readonly text: string | null;
  readonly reviewer: string;
  readonly reason: string | null;
  readonly reviewedAt: Date;
  readonly revision: number;
}

/** What the translator answers. */
export interface ReviewOutcome {
  readonly outcome: 'taken' | 'unchanged' | 'unknown' | 'replaced';
  readonly revision: number;
}

/** What is to be known of a paper before a review of it is handed over. */
export interface ReviewedPaper {
  readonly members: readonly PaperMember[];
  /** Whether both texts were ever seen. */
  readonly isPairKnown: boolean;
}

const MEMBERS = 'SELECT subject, fact FROM indexer.occurrence_view WHERE arxiv_id = $1';
const IS_PAIR_KNOWN = `
  SELECT count(DISTINCT hash) = cardinality($1::bytea[]) AS known FROM translator.text_view WHERE hash = ANY($1::bytea[])`;

/** The translator's own function writes its tables: nobody else does (docs/adr/0005). */
const REQUEST = `SELECT outcome, revision FROM translator.request_review($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const COLUMNS = `
  arxiv_id AS "arxivId", genre AS field, source AS en, target AS zh, encode(source_hash, 'hex') AS "enHash",
  encode(target_hash, 'hex') AS "zhHash", decision, text, reviewer, reason, reviewed_at AS "reviewedAt", revision`;

const NEWEST = `
  SELECT ${COLUMNS}, to_char(reviewed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS place
  FROM translator.review_view
  WHERE decision IS NOT NULL AND ($1::timestamptz IS NULL
    OR (reviewed_at, arxiv_id, genre, source_hash, target_hash)
      < ($1::timestamptz, $2::text COLLATE "C", $3::text COLLATE "C", decode($4, 'hex'), decode($5, 'hex')))
  ORDER BY reviewed_at DESC, arxiv_id DESC, genre DESC, source_hash DESC, target_hash DESC LIMIT $6`;

const BY_KEY = `
  SELECT ${COLUMNS} FROM translator.review_view
  WHERE decision IS NOT NULL AND (arxiv_id, genre, source_hash, target_hash)
    > ($1::text COLLATE "C", $2::text COLLATE "C", decode($3, 'hex'), decode($4, 'hex'))
  ORDER BY arxiv_id, genre, source_hash, target_hash LIMIT $5`;

/** The place of a review among all, the newest first. */
export type ReviewPlace = readonly [at: string, arxivId: string, field: string, enHash: string, zhHash: string];

/** Reviews, as the translator keeps them. */
@Injectable()
export class ReviewRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async paper(arxivId: ArxivId, { hashes }: ReviewBody): Promise<ReviewedPaper> {
    const both = [...new Set([hashes.en, hashes.zh])].map((hash) => Buffer.from(hash, 'hex'));
    const [pair] = await this.#database.rows<{ known: boolean }>(IS_PAIR_KNOWN, [both]);
    const members = await this.#database.rows<PaperMember>(MEMBERS, [arxivId]);
    return { members, isPairKnown: pair?.known ?? false };
  }

  /**
   * Hands a review over, in one transaction with its audit. What changes nothing leaves no audit.
   * @param places whom it holds for
   */
  async give(arxivId: ArxivId, body: ReviewBody, places: number, audit: CommandAudit): Promise<ReviewOutcome> {
    const { field, hashes, decision, reviewer, replaces } = body;
    return this.#database.transaction(async (tx) => {
      const answer = await request(tx, arxivId, body);
      if (answer.outcome !== 'taken') return answer;
      const detail = JSON.stringify({
        arxivId,
        field,
        ...hashes,
        decision,
        ...(body.text === undefined ? {} : { text: sha256(body.text) }),
        reviewer,
        revision: answer.revision,
        ...(replaces === undefined ? {} : { replaces }),
      });
      await writeAudit(tx, { ...audit, command: 'review', detail, affected: places, outcome: 'done' });
      return answer;
    });
  }

  async list(after: ReviewPlace | null, rows: number): Promise<(ReviewRow & { readonly place: string })[]> {
    return this.#database.rows(NEWEST, [...(after ?? [null, null, null, null, null]), rows]);
  }

  /** All reviews, page by page in the order of their key, each a statement of its own (docs/adr/0011). */
  async *pages(size: number): AsyncGenerator<readonly ReviewRow[]> {
    let after = ['', '', '', ''];
    for (;;) {
      const page: ReviewRow[] = await this.#database.rows<ReviewRow>(BY_KEY, [...after, size]);
      if (page.length > 0) yield page;
      const last = page.at(-1);
      if (!last || page.length < size) return;
      after = [last.arxivId, last.field, last.enHash, last.zhHash];
    }
  }
}

async function request(tx: Transaction, arxivId: ArxivId, body: ReviewBody): Promise<ReviewOutcome> {
  const { field, hashes, decision, text, reviewer, reason, replaces } = body;
  const [answer] = await tx.rows<ReviewOutcome>(REQUEST, [
    arxivId,
    field,
    Buffer.from(hashes.en, 'hex'),
    Buffer.from(hashes.zh, 'hex'),
    decision === 'taken-back' ? null : decision,
    text ?? null,
    reviewer,
    reason === undefined || reason === '' ? null : reason,
    replaces ?? null,
  ]);
  if (!answer) throw new Error('a statement without a row');
  return answer;
}
