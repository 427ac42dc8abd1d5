import { TOPICS, stateFact, type TranslatedEntry } from '@diglot/contracts';
import { foldPaper, sha256, type ArxivId, type CalendarDate, type Judgement } from '@diglot/domain';
import { pipelineMigrations, type Bus } from '@diglot/pipeline';
import { migrate, openDatabase, silentLogger, type Database } from '@diglot/platform';
import { testDatabase, waitFor, type TestDatabase } from '@diglot/testing';
import { indexerMigrations } from '../index.ts';
import { MemberRepository } from '../member.repository.ts';
import { PaperRepository } from '../paper.repository.ts';
import { PaperTranslatedHandler } from '../paper-translated.handler.ts';
import { Refolder } from './refolder.ts';

/** As they were before states had versions and sums were kept. */
const BEFORE = indexerMigrations.slice(0, 2);
const PAPERS = 250;

const id = (number: number): ArxivId => `2511.${String(number).padStart(5, '0')}` as ArxivId;
const accepted: Judgement = { verdict: 'accept', score: 90, issues: [], engine: '1' };
const flagged: Judgement = { ...accepted, verdict: 'flag' };

function entryOf(number: number, path: string): TranslatedEntry {
  const arxivId = id(number);
  const date = `2025-03-0${1 + (number % 9)}` as CalendarDate;
  return {
    kind: 'entry',
    arxivId,
    entry: { source: 'lab', path, arxivId, ordinal: 1 },
    retracted: false,
    digest: { sha256: sha256(path), size: 1, date },
    paper: {
      version: 1 + (number % 2),
      title: { en: `Title ${number}`, zh: '标题' },
      authors: ['Ada Author'],
      link: `https://arxiv.org/pdf/${arxivId}`,
      abstract: { en: 'An abstract that is long enough.', zh: number % 3 === 0 ? null : '一个足够长的摘要。' },
    },
    title: accepted,
    abstract: number % 3 === 0 ? null : number % 5 === 0 ? flagged : accepted,
  };
}

const facts = Array.from({ length: PAPERS }, (_, index) => [
  entryOf(index + 1, '4-Mar-2025/AI/README.md'),
  entryOf(index + 1, '4-Mar-2025/topic/LLM_related_papers.md'),
]).flat();
const events = facts.map((data) => stateFact('paper.translated', { revision: 1, data }));

/** Writes rows as they were written before: a state of fewer fields, and no sums. */
async function populate(database: Database): Promise<void> {
  for (const { subject, data } of events) {
    await database.run(
      'INSERT INTO indexer.members (arxiv_id, subject, revision, retracted, fact) VALUES ($1, $2, 1, false, $3)',
      [data.arxivId, subject, JSON.stringify(data)],
    );
  }
  for (let number = 1; number <= PAPERS; number += 1) {
    const {
      versions: _,
      marks: __,
      ...old
    } = foldPaper(id(number), []) ?? { versions: [], marks: [], arxivId: id(number) };
    await database.run(
      `INSERT INTO indexer.papers (arxiv_id, revision, state, state_hash) VALUES ($1, 3, $2, '\\x00')`,
      [id(number), JSON.stringify(old)],
    );
  }
}

const papersOf = (database: Database) =>
  database.rows(`SELECT arxiv_id, state, newest_date, fold, contribution FROM indexer.papers ORDER BY arxiv_id`);
const trendsOf = (database: Database) => database.rows('SELECT * FROM indexer.trend_view ORDER BY 1, 2, 3, 4');

const queueOf = (database: Database) => database.rows('SELECT * FROM indexer.review_queue_view ORDER BY 1, 2');

describe('a populated database of an earlier release', () => {
  let old: TestDatabase;
  let fresh: TestDatabase;
  const members = new MemberRepository();
  const papers = new PaperRepository();
  const woken: string[] = [];
  const bus = { wake: (topics: Iterable<string>) => woken.push(...topics) } as unknown as Bus;

  beforeAll(async () => {
    old = await testDatabase({ migrations: [...pipelineMigrations, ...BEFORE], poolSize: 6 });
    fresh = await testDatabase({ migrations: [...pipelineMigrations, ...indexerMigrations] });
    await populate(old.database);
    const migrating = await openDatabase({
      url: old.url,
      applicationName: 'test',
      migrations: [...pipelineMigrations, ...indexerMigrations],
    });
    await migrate(migrating.dataSource);
    await migrating.close();
    const handler = new PaperTranslatedHandler(members, papers);
    const deliveries = events.map((event) => ({ event, prepared: undefined }));
    await fresh.database.transaction((tx) => handler.handle(deliveries, { tx }));
  });
  afterAll(async () => {
    await old.drop();
    await fresh.drop();
  });

  it('is folded anew by several at once, to what a new one holds, and announces it once', async () => {
    const refolders = [1, 2].map(() => new Refolder(old.database, members, papers, bus, silentLogger));
    for (const refolder of refolders) refolder.onApplicationBootstrap();
    const isDone = async () => (await old.database.rows('SELECT FROM indexer.papers WHERE fold < 2')).length === 0;
    await waitFor(isDone);
    for (const refolder of refolders) await refolder.beforeApplicationShutdown();

    expect(await papersOf(old.database)).toEqual(await papersOf(fresh.database));
    expect(await trendsOf(old.database)).toEqual(await trendsOf(fresh.database));
    expect(await trendsOf(old.database)).not.toEqual([]);
    expect(await queueOf(old.database)).toEqual(await queueOf(fresh.database));
    expect(await queueOf(old.database)).not.toEqual([]);
    const announced = await old.database.rows<{ key: string }>('SELECT key FROM pipeline.outbox WHERE topic = $1', [
      TOPICS.paperState,
    ]);
    expect(announced.map(({ key }) => key).toSorted()).toEqual(Array.from({ length: PAPERS }, (_, i) => id(i + 1)));
    expect(woken).toContain(TOPICS.paperState);
  });

  it('is left alone from then on', async () => {
    const refolder = new Refolder(old.database, members, papers, bus, silentLogger);
    expect(await refolder.foldSome()).toBe(0);
  });
});
