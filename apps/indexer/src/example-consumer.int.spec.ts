import { stateFact, type DiglotEvent, type TopicRecord, type TranslatedEntry } from '@diglot/contracts';
import { sha256, type ArxivId } from '@diglot/domain';
import { appendToOutbox, openKafka, pipelineMigrations, type KafkaLog } from '@diglot/pipeline';
import { silentLogger, type Database } from '@diglot/platform';
import { kafkaCanBeHad, testDatabase, testKafka, uniqueName, waitFor, type TestDatabase } from '@diglot/testing';
import { followPapers, type Following } from '../../../examples/consumers/state-of-papers.ts';
import { indexerMigrations, paperStateLoader } from './index.ts';
import { MemberRepository } from './member.repository.ts';
import { PaperRepository } from './paper.repository.ts';
import { PaperTranslatedHandler } from './paper-translated.handler.ts';

const withKafka = (await kafkaCanBeHad()) ? describe : describe.skip;

const PAPERS = 300;
const id = (number: number): ArxivId => `2511.${String(number).padStart(5, '0')}` as ArxivId;

/** @param zh null: the entry is printed no more */
function entry(number: number, revision: number, zh: string | null): DiglotEvent<'paper.translated'> {
  const arxivId = id(number);
  const key = { source: 'lab', path: 'a.md', arxivId, ordinal: 1 };
  const common = { kind: 'entry', arxivId, entry: key, title: null, abstract: null } as const;
  const paper: TranslatedEntry['paper'] = {
    version: 1,
    title: { en: `Title ${number} “quoted” \u0001 😀`, zh: '标题' },
    authors: ['Ada Author'],
    link: `https://arxiv.org/pdf/${arxivId}`,
    abstract: { en: 'One.', zh },
  };
  const data: TranslatedEntry =
    zh === null
      ? { ...common, retracted: true, digest: null, paper: null }
      : { ...common, retracted: false, digest: { sha256: sha256('a'), size: 1, date: null }, paper };
  return stateFact('paper.translated', { revision, data });
}

withKafka('the example of a consumer', () => {
  const topic = uniqueName('paper-state');
  const handler = new PaperTranslatedHandler(new MemberRepository(), new PaperRepository());
  let test: TestDatabase;
  let database: Database;
  let kafka: KafkaLog;
  let following: Following | null = null;

  beforeAll(async () => {
    test = await testDatabase({ migrations: [...pipelineMigrations, ...indexerMigrations] });
    ({ database } = test);
    kafka = openKafka({
      brokers: [await testKafka()],
      ssl: false,
      sasl: null,
      clientId: 'test',
      logger: silentLogger,
      onFatal: () => {},
    });
    await kafka.ensureTopics([
      { topic, partitions: 3, cleanup: 'compact', retentionDays: 1, maxMessageBytes: 2_000_000 },
    ]);
    const load = paperStateLoader(database);
    kafka.startRelay({
      topic,
      database,
      pollMilliseconds: 25,
      // The broker is shared with other tests, so this topic has a name of its own.
      pointerLoader: async (keys) => {
        const records = await load(keys);
        return new Map([...records].map(([key, record]): [string, TopicRecord] => [key, { ...record, topic }]));
      },
    });
  });
  afterAll(async () => {
    await following?.stop();
    await kafka.close();
    await test.drop();
  });

  async function take(...events: DiglotEvent<'paper.translated'>[]): Promise<void> {
    await database.transaction(async (tx) => {
      const deliveries = events.map((event) => ({ event, prepared: undefined }));
      const announcements = await handler.handle(deliveries, { tx });
      await appendToOutbox(
        tx,
        announcements.map((announcement) => ({ ...announcement, topic })),
      );
    });
    kafka.bus.wake([topic]);
  }

  /** What PostgreSQL holds, as the consumer keeps it. */
  async function stored(): Promise<Record<string, unknown>> {
    const rows = await database.rows<{ id: string; revision: number; state: unknown }>(
      'SELECT arxiv_id AS id, revision, state FROM indexer.papers WHERE revision > 0',
    );
    return Object.fromEntries(rows.map(({ id: arxivId, ...paper }) => [arxivId, paper]));
  }

  async function expectSame(): Promise<void> {
    const expected = JSON.stringify(Object.entries(await stored()).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const kept = () => JSON.stringify([...(following?.papers ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    await waitFor(() => kept() === expected, { timeout: 180_000, what: 'the consumer' });
    expect(kept()).toBe(expected);
  }

  it('comes to exactly what PostgreSQL holds: texts, revisions, and papers that are gone', async () => {
    const numbers = Array.from({ length: PAPERS }, (_, index) => index + 1);
    await take(...numbers.map((number) => entry(number, 1, '甲')));
    await take(...numbers.filter((number) => number % 3 === 0).map((number) => entry(number, 2, '乙')));
    await take(...numbers.filter((number) => number % 5 === 0).map((number) => entry(number, 3, null)));
    following = await followPapers([await testKafka()], topic);
    await expectSame();
    const gone = [...following.papers.values()].filter(({ state }) => state === null);
    expect([following.papers.size, gone.length]).toEqual([PAPERS, PAPERS / 5]);
  });

  it('goes on with what changes', async () => {
    await take(entry(1, 4, '丙'), entry(5, 4, '丁'), entry(2, 4, null));
    await expectSame();
  });
});
