import { stateFact, type DiglotEvent, type TranslatedEntry } from '@diglot/contracts';
import { parseArxivReference, sha256, type ArxivId } from '@diglot/domain';
import { pipelineMigrations } from '@diglot/pipeline';
import type { Database } from '@diglot/platform';
import { testDatabase, type TestDatabase } from '@diglot/testing';
import { indexerMigrations } from './index.ts';
import { MemberRepository } from './member.repository.ts';
import { PaperRepository } from './paper.repository.ts';
import { PaperTranslatedHandler } from './paper-translated.handler.ts';

let test: TestDatabase;
let database: Database;
const handler = new PaperTranslatedHandler(new MemberRepository(), new PaperRepository());

beforeAll(async () => {
  test = await testDatabase({ migrations: [...pipelineMigrations, ...indexerMigrations], poolSize: 6 });
  database = test.database;
});
afterAll(() => test.drop());

function id(number: number): ArxivId {
  const reference = parseArxivReference(`2511.${String(number).padStart(5, '0')}`);
  if (!reference) throw new Error('not an id');
  return reference.id;
}

function entry(arxivId: ArxivId, path: string, revision: number, zh: string | null): DiglotEvent<'paper.translated'> {
  const paper: TranslatedEntry['paper'] = {
    version: null,
    title: { en: 'A Title', zh: '一个标题' },
    authors: [],
    link: `https://arxiv.org/pdf/${arxivId}`,
    abstract: { en: 'One.', zh },
  };
  const key = { source: 'lab', path, arxivId, ordinal: 1 };
  const common = { kind: 'entry', arxivId, entry: key, title: null, abstract: null } as const;
  const data: TranslatedEntry =
    zh === null
      ? { ...common, retracted: true, digest: null, paper: null }
      : { ...common, retracted: false, digest: { sha256: sha256(path), size: 1, date: null }, paper };
  return stateFact('paper.translated', { revision, data });
}

const take = (...events: DiglotEvent<'paper.translated'>[]) =>
  database.transaction((tx) =>
    handler.handle(
      events.map((event) => ({ event, prepared: undefined })),
      { tx },
    ),
  );

async function stateOf(arxivId: ArxivId): Promise<{ revision: number; zh: string | null; occurrences: number | null }> {
  const [row] = await database.rows<{ revision: number; zh: string | null; occurrences: number | null }>(
    `SELECT revision, state->'abstract'->>'zh' AS zh, (state->>'occurrences')::int AS occurrences
     FROM indexer.papers WHERE arxiv_id = $1`,
    [arxivId],
  );
  if (!row) throw new Error(`${arxivId} is not there`);
  return row;
}

it('takes revisions in any order: the newest counts', async () => {
  const paper = id(1);
  await take(entry(paper, 'a.md', 3, '丙'));
  expect(await take(entry(paper, 'a.md', 1, '甲'), entry(paper, 'a.md', 2, '乙'))).toEqual([]);
  expect(await stateOf(paper)).toEqual({ revision: 1, zh: '丙', occurrences: 1 });
});

it('A → B → A in one batch is A, announced once', async () => {
  const paper = id(2);
  const announced = await take(
    entry(paper, 'a.md', 2, '乙'),
    entry(paper, 'a.md', 3, '甲'),
    entry(paper, 'a.md', 1, '甲'),
  );
  expect(announced).toHaveLength(1);
  expect(await stateOf(paper)).toMatchObject({ revision: 1, zh: '甲' });
});

it('a retraction takes one entry out of the set; the last one takes the state', async () => {
  const paper = id(3);
  await take(entry(paper, 'a.md', 1, '甲'), entry(paper, 'b.md', 1, '甲'));
  await take(entry(paper, 'a.md', 2, null));
  expect(await stateOf(paper)).toEqual({ revision: 2, zh: '甲', occurrences: 1 });
  await take(entry(paper, 'b.md', 2, null));
  expect(await stateOf(paper)).toEqual({ revision: 3, zh: null, occurrences: null });
  await take(entry(paper, 'b.md', 3, '乙'));
  expect(await stateOf(paper)).toEqual({ revision: 4, zh: '乙', occurrences: 1 });
});

describe('the queue of reviews', () => {
  const queued = () =>
    database.rows(`SELECT * FROM indexer.review_queue_view WHERE arxiv_id = '2511.00005' ORDER BY genre DESC`);
  const review = (revision: number, decision: 'rejected' | 'accepted' | null): DiglotEvent<'paper.translated'> =>
    stateFact('paper.translated', {
      revision,
      data: {
        kind: 'review',
        arxivId: id(5),
        entry: null,
        retracted: decision === null,
        genre: 'abstract',
        sourceHash: sha256('One.'),
        targetHash: sha256('甲'),
        decision,
        text: null,
        reviewer: 'Ada',
        reason: null,
        reviewedAt: '2025-03-05T06:00:00.000Z',
        judgement: null,
      },
    });

  it('holds what is shown and not accepted, until a person accepts it or nobody prints it', async () => {
    const paper = id(5);
    await take(entry(paper, 'a.md', 1, '甲'));
    const row = { arxiv_id: paper, severity: 0, rejected: false, sources: ['lab'], codes: [] };
    expect(await queued()).toMatchObject([
      { ...row, genre: 'title' },
      { ...row, genre: 'abstract' },
    ]);
    await take(review(1, 'accepted'));
    expect(await queued()).toMatchObject([{ genre: 'title' }]);
    // A review that is older than the one that is known says nothing.
    await take(review(3, 'rejected'));
    await take(review(2, null));
    expect(await queued()).toMatchObject([{ genre: 'title' }, { genre: 'abstract', rejected: true }]);
    await take(entry(paper, 'a.md', 2, null));
    expect(await queued()).toEqual([]);
    await take(entry(paper, 'a.md', 3, '甲'));
    expect(await queued()).toMatchObject([{ genre: 'title' }, { genre: 'abstract', rejected: true }]);
  });
});

it('two consumers that fold one paper at once miss nothing of each other', async () => {
  const paper = id(4);
  const paths = Array.from({ length: 12 }, (_, index) => `${index}.md`);
  const announced = await Promise.all(paths.map((path) => take(entry(paper, path, 1, '甲'))));
  expect(await stateOf(paper)).toMatchObject({ occurrences: 12 });
  const revisions = announced.flat().map(({ eventId }) => eventId);
  expect(new Set(revisions).size).toBe(revisions.length);
});

it('two consumers that want the same papers in another order do not lock each other out', async () => {
  const papers = Array.from({ length: 20 }, (_, index) => id(100 + index));
  const batch = (path: string, list: readonly ArxivId[]) => take(...list.map((paper) => entry(paper, path, 1, '甲')));
  await Promise.all([batch('a.md', papers), batch('b.md', papers.toReversed()), batch('c.md', papers)]);
  for (const paper of papers) expect(await stateOf(paper)).toMatchObject({ occurrences: 3 });
});
