import { toDocument } from '@diglot/indexer';
import type { Database } from '@diglot/platform';
import {
  foldPaper,
  type ArxivId,
  type CalendarDate,
  type Issue,
  type Judgement,
  type PaperState,
  type Verdict,
} from '@diglot/domain';

/** A paper as one digest prints it. */
export interface SeedPaper {
  readonly id: string;
  readonly title: string;
  readonly zh?: string | null;
  readonly abstract?: string;
  readonly abstractZh?: string | null;
  readonly authors?: readonly string[];
  readonly date?: string | null;
  readonly source?: string;
  readonly path?: string;
  readonly verdict?: Verdict;
  readonly abstractVerdict?: Verdict;
  readonly link?: string;
}

const ISSUE: Issue = {
  code: 'title-as-abstract',
  type: 'accuracy/omission',
  severity: 'critical',
  probability: 0.99,
  source: [],
  target: [[0, 2]],
  message: { en: 'The abstract is only a title.', zh: '摘要只是一个标题。' },
  evidence: { characters: 12 },
  check: 'length',
  version: '1',
};

function judgement(verdict: Verdict): Judgement {
  return {
    verdict,
    score: verdict === 'accept' ? 95 : 10,
    issues: verdict === 'accept' ? [] : [ISSUE],
    engine: 'test',
  };
}

/** Writes papers as the indexer would have, one occurrence each. */
export async function seedPapers(database: Database, papers: readonly SeedPaper[]): Promise<void> {
  for (const paper of papers) await seedPaper(database, paper);
}

async function seedPaper(database: Database, paper: SeedPaper): Promise<void> {
  const { source = 'examples', path = '4-Mar-2025/AI/README.md', date = '2025-03-04' } = paper;
  const subject = `${source}\n${path}\n${paper.id}\n1`;
  const text = {
    version: null,
    title: { en: paper.title, zh: paper.zh ?? null },
    authors: paper.authors ?? ['Ada Lovelace'],
    link: paper.link ?? `https://arxiv.org/pdf/${paper.id}`,
    abstract: { en: paper.abstract ?? 'An abstract.', zh: paper.abstractZh ?? null },
  };
  const title = paper.verdict ? judgement(paper.verdict) : null;
  const abstract = paper.abstractVerdict ? judgement(paper.abstractVerdict) : null;
  const state = foldPaper(paper.id as ArxivId, [
    { subject, source, path, date: date as CalendarDate | null, category: 'AI', topic: null, text, title, abstract },
  ]);
  if (!state) throw new Error('a paper that is printed has a state');
  const fact = {
    kind: 'entry',
    arxivId: paper.id,
    entry: { source, path, arxivId: paper.id, ordinal: 1 },
    retracted: false,
    digest: { sha256: 'ab'.repeat(32), size: 1, date },
    paper: text,
    title,
    abstract,
  };
  await database.run(
    `INSERT INTO indexer.members (arxiv_id, subject, revision, retracted, fact) VALUES ($1, $2, 1, false, $3)`,
    [paper.id, subject, JSON.stringify(fact)],
  );
  await database.run(
    `INSERT INTO parser.entries (source, path, arxiv_id, ordinal, revision, hash, retracted, line)
     VALUES ($1, $2, $3, 1, 1, '', false, 17)`,
    [source, path, paper.id],
  );
  await savePaper(database, state);
}

async function savePaper(database: Database, state: PaperState): Promise<void> {
  const { arxivId, newestDate, title, abstract } = state;
  await database.run(
    `INSERT INTO indexer.papers (arxiv_id, revision, state, newest_date, title_verdict, abstract_verdict)
     VALUES ($1, 1, $2, $3, $4, $5)`,
    [arxivId, JSON.stringify(state), newestDate, title.verdict, abstract.verdict],
  );
  const { terms, body, authors: names, group } = toDocument(state);
  await database.run('INSERT INTO indexer.facet_groups VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    group?.id,
    JSON.stringify(group?.facets),
  ]);
  await database.run(
    `INSERT INTO indexer.search (arxiv_id, revision, newest_date, facet_group, authors, terms, body)
     VALUES ($1, 1, coalesce($2::date, '-infinity'), $3, $4, $5::bigint[], $6)`,
    [arxivId, newestDate, group?.id, names, terms, body],
  );
}
