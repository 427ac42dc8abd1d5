import { TOPICS, decodeRecord, type PaperTranslated, type ReviewGiven } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { pipelineMigrations } from '@diglot/pipeline';
import { testDatabase, waitFor, type TestDatabase } from '@diglot/testing';
import { translatorMigrations } from '../index.ts';
import type { EngineName } from '../testing/engines.ts';
import { SOUND, WRONG, entry, retracted } from '../testing/entries.ts';
import { TranslatorUnderTest } from '../testing/translator-under-test.ts';
import { staleEntries } from './stale-entries.statement.ts';

interface Passage {
  readonly generation: string;
  readonly engine: string | null;
  readonly actor: string;
  readonly entries: number;
  readonly judged: number;
  readonly changed: number;
  readonly failed: number;
  readonly remaining: number;
  readonly isFinished: boolean;
}

/** A bound for what hangs, no claim about speed: threads are started. */
const PATIENCE = { timeout: 240_000 };

let test: TestDatabase;
let translator: TranslatorUnderTest | null = null;

beforeEach(async () => {
  test = await testDatabase({ migrations: [...pipelineMigrations, ...translatorMigrations] });
});
afterEach(async () => {
  await translator?.close();
  await test.drop();
});

const passages = (): Promise<Passage[]> =>
  test.database.rows<Passage>(
    `SELECT generation, engine, actor, entries, judged, changed, failed, remaining, finished_at IS NOT NULL AS "isFinished"
     FROM translator.re_verification_view ORDER BY generation`,
  );

/** Starts a translator in the place of the one before, and waits until it has nothing left to judge again. */
async function restart(engine: EngineName): Promise<TranslatorUnderTest> {
  await translator?.close();
  const started = (translator = await TranslatorUnderTest.start(test.database, engine));
  await waitFor(async () => {
    const all = await passages();
    return all.some((passage) => passage.engine === started.engine) && all.every(({ isFinished }) => isFinished);
  }, PATIENCE);
  return started;
}

/** Revisions of what was announced of each paper. */
async function announced(): Promise<Record<string, number[]>> {
  const rows = await test.database.rows<{ key: string; revision: string; verdict: string }>(
    `SELECT key, headers->>'ce_revision' AS revision FROM pipeline.outbox WHERE topic = $1 ORDER BY id`,
    [TOPICS.paperTranslated],
  );
  const revisions: Record<string, number[]> = {};
  for (const { key, revision } of rows) (revisions[key] ??= []).push(Number(revision));
  return revisions;
}

/** What was announced of reviews, with its revision. */
async function announcedReviews(): Promise<{ revision: number; data: ReviewGiven }[]> {
  const rows = await test.database.rows<{ key: string; headers: Record<string, string>; payload: Buffer }>(
    'SELECT key, headers, payload FROM pipeline.outbox WHERE topic = $1 ORDER BY id',
    [TOPICS.paperTranslated],
  );
  return rows.flatMap(({ key, headers, payload }) => {
    const decoded = decodeRecord({ topic: TOPICS.paperTranslated, key, headers, value: payload });
    if (!decoded.ok || decoded.event.type !== 'paper.translated') throw new Error('not a fact of ours');
    const { revision } = decoded.event;
    const data = decoded.event.data as PaperTranslated;
    return data.kind === 'review' ? [{ revision, data: data as ReviewGiven }] : [];
  });
}

/** @returns what the translator answered, once it has announced it */
async function review(
  number: number,
  from: string,
  to: string | null,
  replaces: number,
  genre = 'abstract',
  source = ENTRIES[0]?.paper?.abstract.en ?? '',
): Promise<unknown> {
  const hashes = [source, from].map((text) => Buffer.from(sha256(text), 'hex'));
  const [answer] = await test.database.rows(
    `SELECT outcome, revision FROM translator.request_review($1, $7, $2, $3, $4, $5, 'Ada', NULL, $6)`,
    [`2511.${String(number).padStart(5, '0')}`, ...hashes, to && 'edited', to, replaces, genre],
  );
  const waiting = 'SELECT FROM translator.reviews WHERE announced < revision';
  await waitFor(async () => (await test.database.rows(waiting)).length === 0, PATIENCE);
  return answer;
}

const ENTRIES = [entry(1, SOUND, '2025-11-01'), entry(2, WRONG, '2025-11-03'), entry(3, SOUND, '2025-11-02')];

describe('a newer engine', () => {
  beforeEach(async () => {
    const old = await restart('lenient');
    await old.take(ENTRIES);
  });

  it('judges everything again and announces only what it finds otherwise', async () => {
    await restart('real');
    expect(await announced()).toEqual({ '2511.00001': [1], '2511.00002': [1, 2], '2511.00003': [1] });
    expect(await passages()).toMatchObject([
      { engine: '0.0.1+lenient0', entries: 0, judged: 0 },
      { actor: 'translator', entries: 3, judged: 3, changed: 1, failed: 0, remaining: 0 },
    ]);
    const verdicts = await test.database.rows(
      `SELECT engine = '0.0.1+lenient0' AS old, verdict, count(*)::int FROM translator.verdicts
       WHERE genre = 'abstract' GROUP BY 1, 2 ORDER BY 1 DESC, 2`,
    );
    expect(verdicts).toEqual([
      { old: true, verdict: 'accept', count: 2 },
      { old: false, verdict: 'accept', count: 1 },
      { old: false, verdict: 'flag', count: 1 },
    ]);
  });

  it('begins with the newest digests, and leaves out what is printed no more', async () => {
    await translator?.take([retracted(ENTRIES[2] as (typeof ENTRIES)[number])], 2);
    const stale = await staleEntries(test.database, '2', 10);
    expect(stale.map(({ key }) => key.arxivId)).toEqual(['2511.00002', '2511.00001']);
  });

  it('is not undone by a process of the older version, whose verdicts it judges again', async () => {
    await restart('real');
    const old = await restart('lenient');
    await old.take([entry(4, WRONG, '2025-11-04')]);
    expect(await passages()).toHaveLength(2);
    await restart('real');
    await waitFor(async () => (await announced())['2511.00004']?.length === 2, PATIENCE);
    expect(await passages()).toHaveLength(2);
    expect((await announced())['2511.00002']).toEqual([1, 2]);
  });

  it('says of what persons wrote what it finds otherwise; the text stands, and no person is stood in the way of', async () => {
    await review(1, SOUND, WRONG, 0);
    await review(2, WRONG, SOUND, 0);
    const said = async () =>
      (await announcedReviews()).map(({ revision, data: { arxivId, decision, text, judgement } }) => {
        return `${arxivId} r${revision} ${decision}: ${text === WRONG ? 'wrong' : text && 'sound'}, ${judgement?.verdict}`;
      });
    const before = ['2511.00001 r1 edited: wrong, accept', '2511.00002 r1 edited: sound, accept'];
    expect(await said()).toEqual(before);
    await restart('real');
    const after = [...before, '2511.00001 r2 edited: wrong, flag'];
    expect(await said()).toEqual(after);
    // What was found before, the same engine does not say again.
    await test.database.run(`SELECT translator.request_re_verification('an operator', 'to be sure')`);
    await restart('real');
    expect(await said()).toEqual(after);
    // A person saw one review; the engine's finding is none.
    expect(await review(1, SOUND, null, 1)).toEqual({ outcome: 'taken', revision: 2 });
    expect((await said()).at(-1)).toBe('2511.00001 r3 null: null, undefined');
  });

  it('keeps the old verdict of a text that it dies of, and says so', async () => {
    await translator?.take([entry(5, SOUND, '2025-11-05', 'KILL the Lights')]);
    await review(5, '从屋顶上数鸟', '关灯', 0, 'title', 'KILL the Lights');
    await restart('mortal');
    expect((await announcedReviews()).map(({ data }) => data.judgement?.verdict)).toEqual(['accept']);
    expect((await passages()).at(-1)).toMatchObject({ entries: 4, judged: 4, changed: 1, failed: 1, remaining: 0 });
    expect((await announced())['2511.00005']).toEqual([1, 1]);
  });
});

it('is asked for with a function, and answers from what the engine said before', async () => {
  const first = await restart('real');
  await first.take(ENTRIES);
  await first.close();
  // The engine would die of the text if it had to judge it again.
  const [asked] = await test.database.rows<{ generation: string }>(
    `SELECT translator.request_re_verification('an operator', 'to be sure') AS generation`,
  );
  await restart('real');
  const all = await passages();
  expect(all.at(-1)).toMatchObject({ generation: asked?.generation, actor: 'an operator', judged: 3, changed: 0 });
  const [counted] = await test.database.rows(`SELECT count(*)::int AS verdicts FROM translator.verdicts`);
  expect(counted).toEqual({ verdicts: 3 });
});
