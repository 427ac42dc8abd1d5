import { TOPICS, decodeRecord, type ReviewGiven } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { pipelineMigrations } from '@diglot/pipeline';
import { testDatabase, waitFor, type TestDatabase } from '@diglot/testing';
import { translatorMigrations } from '../index.ts';
import { SOUND, WRONG, entry } from '../testing/entries.ts';
import { TranslatorUnderTest } from '../testing/translator-under-test.ts';

/** A bound for what hangs, no claim about speed: threads are started. */
const PATIENCE = { timeout: 240_000 };
const PRINTED = entry(1, WRONG, '2025-11-01');
const EN = PRINTED.paper?.abstract.en ?? '';

interface Answer {
  readonly outcome: string;
  readonly revision: number;
}

interface Asked {
  readonly decision?: string | null;
  readonly text?: string | null;
  readonly reviewer?: string;
  readonly reason?: string | null;
  readonly target?: string;
  readonly replaces?: number | null;
}

let test: TestDatabase;
let translator: TranslatorUnderTest;

beforeAll(async () => {
  test = await testDatabase({ migrations: [...pipelineMigrations, ...translatorMigrations], poolSize: 8 });
  translator = await TranslatorUnderTest.start(test.database, 'mortal');
  await translator.take([PRINTED]);
});
afterAll(async () => {
  await translator.close();
  await test.drop();
});
beforeEach(() => test.database.run('TRUNCATE translator.reviews, pipeline.outbox'));

async function ask({
  decision = 'accepted',
  text = null,
  reviewer = 'Ada',
  reason = null,
  ...more
}: Asked): Promise<Answer> {
  const { target = WRONG, replaces = null } = more;
  const hashes = [EN, target].map((each) => Buffer.from(sha256(each), 'hex'));
  const [answer] = await test.database.rows<Answer>(
    `SELECT outcome, revision FROM translator.request_review('2511.00001', 'abstract', $1, $2, $3, $4, $5, $6, $7)`,
    [...hashes, decision, text, reviewer, reason, replaces],
  );
  if (!answer) throw new Error('no answer');
  return answer;
}

const isQuiet = async () =>
  (await test.database.rows('SELECT FROM translator.reviews WHERE announced < revision')).length === 0;

/** What was announced of reviews, once all are. */
async function announced(): Promise<{ revision: number; data: ReviewGiven }[]> {
  await waitFor(isQuiet, PATIENCE);
  const rows = await test.database.rows<{ key: string; headers: Record<string, string>; payload: Buffer }>(
    'SELECT key, headers, payload FROM pipeline.outbox WHERE topic = $1 ORDER BY id',
    [TOPICS.paperTranslated],
  );
  return rows.map(({ key, headers, payload }) => {
    const decoded = decodeRecord({ topic: TOPICS.paperTranslated, key, headers, value: payload });
    if (!decoded.ok || decoded.event.type !== 'paper.translated') throw new Error('not a fact of ours');
    return { revision: decoded.event.revision, data: decoded.event.data as ReviewGiven };
  });
}

it('is announced once, with all that was said', async () => {
  expect(await ask({ reason: 'It is right.' })).toEqual({ outcome: 'taken', revision: 1 });
  expect(await announced()).toMatchObject([
    {
      revision: 1,
      data: {
        kind: 'review',
        arxivId: '2511.00001',
        entry: null,
        retracted: false,
        genre: 'abstract',
        sourceHash: sha256(EN),
        targetHash: sha256(WRONG),
        decision: 'accepted',
        text: null,
        reviewer: 'Ada',
        reason: 'It is right.',
        judgement: null,
      },
    },
  ]);
});

it('of an edit comes with what the verifier finds in the new text, which decides nothing', async () => {
  await ask({ decision: 'edited', text: SOUND });
  expect(await announced()).toMatchObject([{ data: { text: SOUND, judgement: { verdict: 'accept' } } }]);
});

it('of a text that kills the engine is announced all the same', async () => {
  const deadly = { ...PRINTED.paper, title: { en: 'KILL the Lights', zh: '关灯' } };
  await test.database.run(
    `INSERT INTO translator.texts (hash, body) VALUES ($1, $2), ($3, $4) ON CONFLICT DO NOTHING`,
    [deadly.title.en, deadly.title.zh].flatMap((text) => [Buffer.from(sha256(text), 'hex'), text]),
  );
  await test.database.run(
    `SELECT translator.request_review('2511.00001', 'title', $1, $2, 'edited', '把灯关掉', 'Ada', NULL, NULL)`,
    [deadly.title.en, deadly.title.zh].map((text) => Buffer.from(sha256(text), 'hex')),
  );
  expect(await announced()).toMatchObject([{ data: { decision: 'edited', text: '把灯关掉', judgement: null } }]);
});

it('that the database refuses keeps no other from being announced, and comes when it can', async () => {
  const refused = "key <> '2511.00009'";
  await test.database.run(`ALTER TABLE pipeline.outbox ADD CONSTRAINT refuses CHECK (${refused})`);
  try {
    const hashes = [EN, WRONG].map((text) => Buffer.from(sha256(text), 'hex'));
    await test.database.run(
      `SELECT translator.request_review('2511.00009', 'abstract', $1, $2, 'accepted', NULL, 'Ada', NULL, NULL)`,
      hashes,
    );
    await ask({ reviewer: 'Bo' });
    const waiting = () => test.database.rows('SELECT arxiv_id FROM translator.reviews WHERE announced < revision');
    await waitFor(async () => (await waiting()).length === 1, PATIENCE);
    expect(await waiting()).toEqual([{ arxiv_id: '2511.00009' }]);
  } finally {
    await test.database.run('ALTER TABLE pipeline.outbox DROP CONSTRAINT refuses');
  }
  expect(await announced()).toMatchObject([{ data: { reviewer: 'Bo' } }, { data: { reviewer: 'Ada' } }]);
});

it('said again in the same words is nothing; said otherwise it takes the place of the one before', async () => {
  await ask({});
  expect(await ask({})).toEqual({ outcome: 'unchanged', revision: 1 });
  expect(await ask({ decision: 'rejected' })).toEqual({ outcome: 'taken', revision: 2 });
  expect(await ask({ decision: 'rejected', reviewer: 'Bo' })).toEqual({ outcome: 'taken', revision: 3 });
  const last = (await announced()).at(-1);
  expect(last).toMatchObject({ revision: 3, data: { decision: 'rejected', reviewer: 'Bo' } });
});

it('is taken back as a revision of its own; what never was cannot be', async () => {
  expect(await ask({ decision: null })).toEqual({ outcome: 'unchanged', revision: 0 });
  await ask({ decision: 'edited', text: SOUND });
  expect(await ask({ decision: null })).toEqual({ outcome: 'taken', revision: 2 });
  expect((await announced()).at(-1)).toMatchObject({
    revision: 2,
    data: { retracted: true, decision: null, text: null },
  });
});

it('is refused where another came meanwhile, and where nobody has seen such a text', async () => {
  expect(await ask({ replaces: 1 })).toMatchObject({ outcome: 'replaced', revision: 0 });
  expect(await ask({ replaces: 0 })).toMatchObject({ outcome: 'taken', revision: 1 });
  expect(await ask({ decision: 'rejected', replaces: 0 })).toEqual({ outcome: 'replaced', revision: 1 });
  expect(await ask({ target: '从未见过。' })).toEqual({ outcome: 'unknown', revision: 0 });
});

it('of many persons at once one is the first, and each has a revision of its own', async () => {
  const names = Array.from({ length: 8 }, (_, index) => `Reader ${index}`);
  const first = await Promise.all(names.map((reviewer) => ask({ reviewer, replaces: 0 })));
  expect(first.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
  const answers = await Promise.all(names.map((reviewer) => ask({ decision: 'rejected', reviewer })));
  expect(answers.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

it('is announced once by several processes', async () => {
  const other = await TranslatorUnderTest.start(test.database, 'lenient');
  try {
    for (let round = 0; round < 20; round += 1) await ask({ reviewer: `Reader ${round}` });
    const revisions = (await announced()).map(({ revision }) => revision);
    expect(new Set(revisions).size).toBe(revisions.length);
    expect(revisions.at(-1)).toBe(20);
  } finally {
    await other.close();
  }
});
