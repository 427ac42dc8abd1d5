import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { TOPICS } from '@diglot/contracts';
import { sha256, type Genre } from '@diglot/domain';
import { spawnNode } from '@diglot/testing';
import { goldLine, type GoldLine, type ReviewBody } from '../contract/reviews.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { digestBlock } from '../testing/digest-text.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { discoverDigest, runStages, stageMigrations, stageReaders } from '../testing/real-stages.ts';

const EN = 'We asked 14 libraries. They gave 3,000 answers.';
const GOOD = '我们询问了14家图书馆。它们给出了3000个答案。';
const BAD = '图书馆';
const TITLE = { en: 'Asking libraries', zh: '询问图书馆' };
/** By one character. */
const TOO_LONG = '好'.repeat(10_001);

const block = (id: string, zh: string): string => digestBlock(id, TITLE.en, TITLE.zh, EN, zh);

/** One paper that two digests print with the same bad Chinese, one with one digest, and one that is well. */
const FIRST = block('2503.00001', BAD) + block('2503.00002', BAD) + block('2503.00003', GOOD);
const SECOND = block('2503.00001', BAD);
const PATHS = ['4-Mar-2025/AI/README.md', '5-Mar-2025/AI/README.md'] as const;

/** What `npm run eval:verification` runs. */
const EVALUATE = new URL('../../../../tools/eval-verification/src/main.ts', import.meta.url);

let api: ApiUnderTest;

beforeAll(async () => {
  api = await startApi(stageMigrations, stageReaders);
  await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/examples')`);
  await discoverDigest(api.database, { path: PATHS[0], content: FIRST });
  await discoverDigest(api.database, { path: PATHS[1], content: SECOND, date: '2025-03-05' });
  await settle();
});
afterAll(() => api.close());

/** Lets the stages work until nothing is under way. */
const settle = () => runStages(api.database, async () => (await api.request('/api/status')).json().inFlight === 0);

const get = async <T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> =>
  expectConform(await api.request(path), schema);
const queue = (query = '') => get(`/api/review-queue${query}`, ROUTES.reviewQueue.response);
const reviews = (query = '') => get(`/api/reviews${query}`, ROUTES.reviews.response);
const paper = (id: string) => get(`/api/papers/${id}`, ROUTES.paper.response);
const audit = () =>
  api.database.rows<{ detail: string }>(
    `SELECT command, outcome, detail, reason, affected FROM pipeline.commands ORDER BY id`,
  );

const pair = (zh: string, en = EN) => ({ en: sha256(en), zh: sha256(zh) });
async function give(body: Partial<ReviewBody> = {}, token: string | null = api.token) {
  return api.request({
    method: 'POST',
    url: '/api/review',
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    payload: {
      arxivId: '2503.00001',
      field: 'abstract' satisfies Genre,
      hashes: pair(BAD),
      decision: 'accepted',
      reviewer: 'Ada',
      ...body,
    },
  });
}

/** Gives a review and lets the stages take it. */
async function review(body: Partial<ReviewBody>): Promise<void> {
  expectConform(await give(body), ROUTES.review.response);
  await settle();
}

describe('the queue', () => {
  it('holds what is shown and not accepted, with both texts and what was found', async () => {
    const { items, count, next } = await queue();
    expect(count).toBe(2);
    expect(next).toBeNull();
    expect(items).toMatchObject([
      { arxivId: '2503.00001', field: 'abstract', en: EN, zh: BAD, hashes: pair(BAD), title: TITLE, revision: 0 },
      { arxivId: '2503.00002', newestDate: '2025-03-04', verdict: 'retranslate', review: null },
    ]);
    expect(items[0]?.issues.length).toBeGreaterThan(0);
  });

  it('goes page by page in either order, and is narrowed', async () => {
    for (const order of ['severity', 'newest']) {
      const first = await queue(`?order=${order}&limit=1`);
      const second = await queue(`?order=${order}&limit=1&cursor=${first.next}`);
      expect([...first.items, ...second.items].map(({ arxivId }) => arxivId)).toEqual(['2503.00001', '2503.00002']);
      expect(second.next).toBeNull();
    }
    const code = (await queue()).items[0]?.issues[0]?.code;
    expect(await queue(`?code=${code}&source=examples&field=abstract`)).toMatchObject({ count: 2 });
    for (const none of ['field=title', 'source=nobody', 'code=script', 'state=rejected']) {
      expect(await queue(`?${none}`)).toMatchObject({ items: [], count: 0 });
    }
    for (const wrong of ['order=best', 'code=ugly', 'cursor=WyJ4Il0', 'limit=101']) {
      expect((await api.request(`/api/review-queue?${wrong}`)).statusCode).toBe(400);
    }
  });
});

describe('a review that is refused', () => {
  beforeEach(() => api.database.run('TRUNCATE pipeline.commands'));

  it.each([null, 'wrong'])('for the token %j stands in the audit', async (token) => {
    expect([401, 403]).toContain((await give({}, token)).statusCode);
    expect(await audit()).toMatchObject([{ command: 'review', outcome: 'refused' }]);
    expect((await reviews()).items).toEqual([]);
  });

  it.each<[string, Partial<ReviewBody>, number, string]>([
    ['an unknown paper', { arxivId: '2503.09999' }, 404, 'DIGLOT_NOT_FOUND'],
    ['no paper at all', { arxivId: 'robots' }, 404, 'DIGLOT_NOT_FOUND'],
    ['texts that nobody has seen', { hashes: pair('从未') }, 404, 'DIGLOT_NOT_FOUND'],
    ['a text that this paper does not have', { hashes: pair(GOOD) }, 409, 'DIGLOT_REVIEW_STALE'],
    ['an abstract as a title', { field: 'title' }, 409, 'DIGLOT_REVIEW_STALE'],
    ['a review that another replaced', { replaces: 3 }, 409, 'DIGLOT_REVIEW_CONFLICT'],
    ['an edit without a text', { decision: 'edited' }, 422, 'DIGLOT_REVIEW_UNFIT'],
    ['an edit of nothing', { decision: 'edited', text: ' \n' }, 422, 'DIGLOT_REVIEW_UNFIT'],
    ['an edit without Chinese', { decision: 'edited', text: 'Libraries' }, 422, 'DIGLOT_REVIEW_UNFIT'],
    ['an edit that changes nothing', { decision: 'edited', text: BAD }, 422, 'DIGLOT_REVIEW_UNFIT'],
    ['a text without an edit', { decision: 'accepted', text: GOOD }, 400, 'DIGLOT_REQUEST_INVALID'],
    ['nobody', { reviewer: '  ' }, 400, 'DIGLOT_REQUEST_INVALID'],
    ['a name of several lines', { reviewer: 'A\nB' }, 400, 'DIGLOT_REQUEST_INVALID'],
    ['a longer text than the check looks at', { decision: 'edited', text: TOO_LONG }, 400, 'DIGLOT_REQUEST_INVALID'],
    ['a text that PostgreSQL does not take', { decision: 'edited', text: '好\u0000' }, 400, 'DIGLOT_REQUEST_INVALID'],
  ])('for %s leaves no trace', async (_, body, status, code) => {
    const response = await give(body);
    expect(response.json()).toMatchObject({ status, error: { code } });
    expect(await audit()).toEqual([]);
    expect((await reviews()).items).toEqual([]);
  });
});

it('a text can be looked at before it is given; it needs the token', async () => {
  const verify = (token: string, zh = GOOD.replace('14', '41')) =>
    api.request({
      method: 'POST',
      url: '/api/verify',
      headers: { authorization: `Bearer ${token}` },
      payload: { field: 'abstract', en: EN, zh },
    });
  const { verdict, issues } = expectConform(await verify(api.token), ROUTES.verify.response);
  expect(verdict).not.toBe('accept');
  expect(issues.map(({ code }) => code)).toContain('number');
  expect((await verify('wrong')).statusCode).toBe(403);
  expect((await verify(api.token, TOO_LONG.slice(1))).statusCode).toBe(200);
  expect((await verify(api.token, TOO_LONG)).statusCode).toBe(400);
});

// From here on each step goes on where the one before ended.
describe('a person', () => {
  beforeAll(() => api.database.run('TRUNCATE pipeline.commands'));

  it('accepts a text: it counts as accepted wherever it is printed, and its history says who did', async () => {
    await review({ reason: 'A one-word abstract is all there is.' });
    expect(await paper('2503.00001')).toMatchObject({
      abstract: { zh: BAD },
      verdict: { abstract: 'accept' },
      status: { abstract: 'accepted' },
      review: { title: null, abstract: { decision: 'accepted', reviewer: 'Ada' } },
    });
    expect((await queue()).items.map(({ arxivId }) => arxivId)).toEqual(['2503.00002']);
    const history = await get('/api/history/2503.00001', ROUTES.history.response);
    const seen = history.translations.find(({ zh }) => zh === BAD);
    expect(seen).toMatchObject({ verdict: 'retranslate', review: { decision: 'accepted' }, isShown: true });
    expect(seen?.provenances).toHaveLength(2);
    expect(history.revisions[0]).toMatchObject({ review: { title: null, abstract: 'accepted' } });
    expect(await get('/api/papers?verdict=accept', ROUTES.papers.response)).toMatchObject({
      items: [{ arxivId: '2503.00001' }, { arxivId: '2503.00003' }],
    });
    const [entry] = await audit();
    expect(entry).toMatchObject({
      command: 'review',
      outcome: 'done',
      affected: 2,
      reason: 'A one-word abstract is all there is.',
    });
  });

  it('says the same again, and nothing happens', async () => {
    const response = await give({ reason: 'A one-word abstract is all there is.', replaces: 0 });
    expect(expectConform(response, ROUTES.review.response)).toEqual({ outcome: 'unchanged', revision: 1, places: 2 });
    expect(await audit()).toHaveLength(1);
  });

  it('puts a text of theirs in its place: readers, search, exports and the repaired digest have it first', async () => {
    await review({ decision: 'edited', text: GOOD, replaces: 1 });
    expect(await paper('2503.00001')).toMatchObject({
      abstract: { zh: GOOD },
      origin: { abstract: 'person' },
      provenance: { abstract: { origin: 'person', author: 'Ada' } },
      review: { abstract: { decision: 'edited' } },
      issues: [],
    });
    const found = await get(`/api/papers?q=${encodeURIComponent('询问了14家图书馆')}`, ROUTES.papers.response);
    expect(found.items.map(({ arxivId }) => arxivId)).toContain('2503.00001');
    expect((await api.request(`/api/digests/${sha256(SECOND)}.md`)).body).toContain(GOOD);
    expect((await api.request('/api/export.ndjson')).body).toContain('"reviewer":"Ada"');
    expect((await api.request('/api/export.csv')).body).toMatch(/^2503\.00001,.*,edited\r$/m);
  });

  it('has the last word over a replay, a re-verification and a new digest', async () => {
    const before = await paper('2503.00001');
    await api.database.run(`SELECT translator.request_re_verification('test', 'to be sure')`);
    await api.database.run(`UPDATE translator.entries SET hash = NULL`);
    await discoverDigest(api.database, { path: PATHS[0], content: FIRST, replayId: 'a-replay' });
    await discoverDigest(api.database, { path: PATHS[1], content: `${SECOND}\n`, date: '2025-03-05', revision: 2 });
    await discoverDigest(api.database, {
      path: '6-Mar-2025/AI/README.md',
      content: block('2503.00001', GOOD.replace('家', '个')),
      date: '2025-03-06',
    });
    await runStages(api.database, async () => {
      const open = await api.database.rows('SELECT FROM translator.re_verifications WHERE finished_at IS NULL');
      return open.length === 0 && (await api.request('/api/status')).json().inFlight === 0;
    });
    const announced = await api.database.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM pipeline.outbox WHERE topic = $1 AND key = '2503.00001'`,
      [TOPICS.paperTranslated],
    );
    expect(announced[0]?.count).toBeGreaterThan(4);
    const { abstract, provenance, review: after, occurrences } = await paper('2503.00001');
    expect({ abstract, provenance: provenance.abstract, review: after }).toEqual({
      abstract: before.abstract,
      provenance: before.provenance.abstract,
      review: before.review,
    });
    expect(occurrences).toHaveLength(3);
  });

  it('rejects what there is: it is shown with its mark, never accepted, and waits apart from what nobody has seen', async () => {
    await review({ arxivId: '2503.00002', decision: 'rejected', reviewer: 'Bo', reason: 'Only a word.' });
    expect(await paper('2503.00002')).toMatchObject({
      verdict: { abstract: 'retranslate' },
      status: { abstract: 'needs-review' },
      review: { abstract: { decision: 'rejected', reviewer: 'Bo' } },
    });
    expect(await queue()).toMatchObject({ items: [], count: 0 });
    expect(await queue('?state=rejected')).toMatchObject({ items: [{ arxivId: '2503.00002', revision: 1 }], count: 1 });
  });

  it('sees all reviews, the newest first', async () => {
    const first = await reviews('?limit=1');
    expect(first.items).toMatchObject([
      { arxivId: '2503.00002', decision: 'rejected', zh: BAD, reason: 'Only a word.' },
    ]);
    const second = await reviews(`?limit=1&cursor=${first.next}`);
    expect(second.items).toMatchObject([{ arxivId: '2503.00001', decision: 'edited', text: GOOD, revision: 2 }]);
    expect(second.next).toBeNull();
    const never = ['2026-99-01T00:00:00Z', '2511.00001', 'title', '0'.repeat(64), '0'.repeat(64)];
    for (const cursor of ['WyJ4Il0', Buffer.from(JSON.stringify(never)).toString('base64url')]) {
      expect((await api.request(`/api/reviews?cursor=${cursor}`)).statusCode).toBe(400);
    }
  });

  it('has them as labelled pairs, which the evaluation of the engine reads', async () => {
    const response = await api.request('/api/gold.jsonl');
    expect(response.headers['content-type']).toContain('application/x-ndjson');
    const lines = response.body
      .trimEnd()
      .split('\n')
      .map((line): GoldLine => goldLine.parse(JSON.parse(line)));
    expect(lines.map(({ arxiv_id, zh, severity }) => [arxiv_id, zh, severity])).toEqual([
      ['2503.00001', BAD, 'minor'],
      ['2503.00001', GOOD, 'none'],
      ['2503.00002', BAD, 'major'],
    ]);
    const folder = await mkdtemp(join(tmpdir(), 'diglot-gold-'));
    await writeFile(join(folder, 'gold.jsonl'), response.body);
    const evaluation = spawnNode(EVALUATE, { args: ['--gold', join(folder, 'gold.jsonl')] });
    expect(await evaluation.exited).toEqual({ code: 0, signal: null });
    await rm(folder, { recursive: true });
    expect(evaluation.output).toMatch(/abstract, reviewed, major\s.* 1\/1/);
    expect(evaluation.output).toMatch(/abstract, reviewed, none\s.* 0\/1/);
  });

  it('takes a review back: the verifier has its say again, and the audit still knows', async () => {
    await review({ decision: 'taken-back', replaces: 2 });
    await review({ arxivId: '2503.00002', decision: 'taken-back', reviewer: 'Bo' });
    const { abstract, review: mark } = await paper('2503.00001');
    expect({ zh: abstract.zh, mark }).toEqual({ zh: GOOD.replace('家', '个'), mark: { title: null, abstract: null } });
    expect((await queue()).items).toMatchObject([{ arxivId: '2503.00002', revision: 2, review: null }]);
    expect((await reviews()).items).toEqual([]);
    expect((await api.request('/api/gold.jsonl')).body).toBe('');
    const decisions = (await audit()).map(({ detail }) => (JSON.parse(detail) as ReviewBody).decision);
    expect(decisions).toEqual(['accepted', 'edited', 'rejected', 'taken-back', 'taken-back']);
  });
});
