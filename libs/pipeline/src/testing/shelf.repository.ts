import type { DiglotEvent } from '@diglot/contracts';
import { entrySubject } from '@diglot/domain';
import type { Database, Transaction } from '@diglot/platform';

interface Paper {
  readonly arxivId: string;
  readonly revision: number;
  readonly state: string;
}

/** Locks papers in the order of their keys; rows that are missing are made. */
export async function lockPapers(tx: Transaction, papers: readonly string[]): Promise<Paper[]> {
  const sorted = [...new Set(papers)].sort();
  await tx.run('INSERT INTO shelf.papers (arxiv_id) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING', [sorted]);
  return tx.rows<Paper>(
    `SELECT arxiv_id AS "arxivId", revision, state FROM shelf.papers WHERE arxiv_id = ANY($1)
     ORDER BY arxiv_id FOR UPDATE`,
    [sorted],
  );
}

/** Takes an entry unless a newer revision is there. */
export async function saveEntry(tx: Transaction, event: DiglotEvent<'paper.parsed'>): Promise<void> {
  const { entry, paper } = event.data;
  await tx.run(
    `INSERT INTO shelf.entries VALUES ($1, $2, $3, $4)
     ON CONFLICT (subject) DO UPDATE SET revision = excluded.revision, title = excluded.title
     WHERE entries.revision < excluded.revision`,
    [entrySubject(entry), entry.arxivId, event.revision, paper?.title.en ?? null],
  );
}

/** The fold: the titles of the live entries, sorted. */
export async function foldPapers(tx: Transaction, papers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows<{ id: string; state: string }>(
    `SELECT arxiv_id AS id, coalesce(string_agg(title, '+' ORDER BY title), '') AS state FROM shelf.entries
     WHERE arxiv_id = ANY($1) GROUP BY arxiv_id`,
    [papers],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

export async function savePaper(tx: Transaction, { arxivId, revision, state }: Paper): Promise<void> {
  await tx.run('UPDATE shelf.papers SET revision = $2, state = $3 WHERE arxiv_id = $1', [arxivId, revision, state]);
}

export async function saveMirror(tx: Transaction, { arxivId, revision, state }: Paper): Promise<void> {
  await tx.run(
    `INSERT INTO shelf.mirror VALUES ($1, $2, $3)
     ON CONFLICT (arxiv_id) DO UPDATE SET revision = excluded.revision, state = excluded.state
     WHERE mirror.revision < excluded.revision`,
    [arxivId, revision, state],
  );
}

/** Counts that events took effect, in the transaction in which they do. */
export async function countEffects(tx: Transaction, consumer: string, eventIds: readonly string[]): Promise<void> {
  await tx.run(
    `INSERT INTO shelf.effects (consumer, event_id) SELECT $1, unnest($2::uuid[])
     ON CONFLICT (consumer, event_id) DO UPDATE SET times = effects.times + 1`,
    [consumer, eventIds],
  );
}

/** Counts that work on an event began, outside of any transaction. @returns how often by now */
export async function countAttempt(database: Database, eventId: string): Promise<number> {
  const [row] = await database.rows<{ begun: number }>(
    `INSERT INTO shelf.attempts (event_id) VALUES ($1)
     ON CONFLICT (event_id) DO UPDATE SET begun = attempts.begun + 1 RETURNING begun`,
    [eventId],
  );
  return row?.begun ?? 0;
}

export async function currentPapers(database: Database, papers: readonly string[]): Promise<Paper[]> {
  return database.rows<Paper>(
    'SELECT arxiv_id AS "arxivId", revision, state FROM shelf.papers WHERE arxiv_id = ANY($1)',
    [papers],
  );
}
