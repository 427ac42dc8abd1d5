import type { z } from 'zod';
import { TOPICS } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { readDigest } from '@diglot/formats';
import { ROUTES } from '../contract/routes.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { digestBlock } from '../testing/digest-text.ts';
import { expectConform } from '../testing/expect-conform.ts';
import { discoverDigest, runStages, stageMigrations, stageReaders } from '../testing/real-stages.ts';

const GOOD_ZH = '一篇由若干词语组成的摘要。它有两句话。';
const BAD_ZH = '摘要';

/** Two digests of one day that print the same paper, once well and once badly; one of the Monday after next; one broken. */
const FIRST =
  digestBlock('2503.00001', 'Robots that plan', '会规划的机器人') + digestBlock('2503.00002v2', 'Maps', '地图');
const SECOND = digestBlock('2503.00001', 'Robots that plan', '会规划的机器人', undefined, BAD_ZH);
const LATER = digestBlock('2503.00003', 'Wheels', null, 'This paper has been withdrawn by its authors.', null);

describe('what the api tells of real work', () => {
  let api: ApiUnderTest;
  const hashes: Record<string, string> = {};

  beforeAll(async () => {
    api = await startApi(stageMigrations, stageReaders);
    await api.database.run(`INSERT INTO watcher.sources (name, location) VALUES ('examples', '/srv/examples')`);
    const digests = [
      { name: 'first', path: '4-Mar-2025/AI/README.md', content: FIRST },
      { name: 'second', path: '4-Mar-2025/topic/Planning_related_papers.md', content: SECOND },
      { name: 'later', path: '6-Mar-2025/AI/README.md', content: LATER, date: '2025-03-06' },
      { name: 'broken', path: '6-Mar-2025/AI/broken.md', content: '\u0000\u0001PNG\u0000', date: '2025-03-06' },
    ];
    for (const { name, ...digest } of digests) hashes[name] = await discoverDigest(api.database, digest);
    await runStages(api.database, async () => (await api.request('/api/status')).json().inFlight === 0);
  });
  afterAll(() => api.close());

  type Listed = 'facets' | 'sources' | 'days' | 'quality' | 'flow' | 'retries';
  type BodyOf<Name extends Listed> = z.infer<(typeof ROUTES)[Name]['response']>;
  async function get<Name extends Listed>(name: Name, query = ''): Promise<BodyOf<Name>> {
    return expectConform(await api.request(ROUTES[name].path + query), ROUTES[name].response) as BodyOf<Name>;
  }

  it('counts papers by what they can be narrowed to, and agrees with the list', async () => {
    const facets = await get('facets');
    expect(facets).toMatchObject({
      count: 3,
      isExact: true,
      sources: [{ value: 'examples', count: 3 }],
      categories: [{ value: 'AI', count: 3 }],
      topics: [{ value: 'Planning', count: 1 }],
      dates: [
        { date: '2025-03-06', count: 1 },
        { date: '2025-03-04', count: 2 },
      ],
    });
    for (const [filter, values] of Object.entries({
      verdict: facets.verdicts,
      status: facets.statuses,
      category: facets.categories,
      topic: facets.topics,
      issue: facets.issues,
    })) {
      for (const { value, count } of values) {
        const query = `?${filter}=${encodeURIComponent(value)}`;
        const { items } = expectConform(await api.request(`/api/papers${query}`), ROUTES.papers.response);
        expect([filter, value, items.length]).toEqual([filter, value, count]);
        expect(await get('facets', query)).toMatchObject({ count });
      }
    }
  });

  it.each([
    ['?q=robots', 1],
    ['?q=机器人', 1],
    ['?q=%22that%20plan%22', 1],
    ['?q=%22plan%20that%22', 0],
    ['?q=的', 3],
    ['?author=grace%20hopper', 3],
    ['?author=hopper%20grace', 0],
    ['?author=robots', 0],
    ['?from=2025-03-05', 1],
    ['?to=2025-03-05', 2],
    ['?q=!!!', 0],
    ['?q=2503.00003', 1],
    ['?category=AI&topic=Planning&q=robots', 1],
    ['?category=ai', 0],
  ])('finds and counts %s alike', async (query, count) => {
    const { items } = expectConform(await api.request(`/api/papers${query}`), ROUTES.papers.response);
    const facets = await get('facets', query);
    const expected = query === '?q=的' ? items.length : count;
    expect([items.length, facets.count]).toEqual([expected, expected]);
  });

  it('aligns the sentences of a paper and says where its Chinese comes from', async () => {
    const paper = expectConform(await api.request('/api/papers/2503.00001'), ROUTES.paper.response);
    expect(paper.provenance.abstract).toMatchObject({ origin: 'digest', path: '4-Mar-2025/AI/README.md' });
    const beads = paper.alignment.abstract.map(({ en, zh }) => [
      en && paper.abstract.en.slice(...en),
      zh && paper.abstract.zh?.slice(...zh),
    ]);
    expect(beads).toEqual([
      ['An abstract of some words.', '一篇由若干词语组成的摘要。'],
      ['It has two sentences.', '它有两句话。'],
    ]);
    expect(paper.occurrences.map(({ category, topic }) => category ?? topic)).toEqual(['AI', 'Planning']);
  });

  it('marks replaced and withdrawn papers', async () => {
    expect((await api.request('/api/papers/2503.00002')).json()).toMatchObject({ version: 2, marks: ['replaced'] });
    expect((await api.request('/api/papers/2503.00003')).json()).toMatchObject({ marks: ['withdrawn'] });
  });

  it('shows every translation that was seen, the best first, and how the state changed', async () => {
    const history = expectConform(await api.request('/api/history/2503.00001'), ROUTES.history.response);
    const abstracts = history.translations.filter(({ genre }) => genre === 'abstract');
    expect(abstracts.map(({ zh, isShown, fits }) => ({ zh, isShown, fits }))).toEqual([
      { zh: GOOD_ZH, isShown: true, fits: true },
      { zh: BAD_ZH, isShown: false, fits: true },
    ]);
    expect(abstracts[1]).toMatchObject({
      verdict: 'retranslate',
      provenances: [{ path: expect.stringMatching(/topic/) }],
    });
    expect(history.versions).toEqual([
      { version: null, entries: 2, firstDate: '2025-03-04', newestDate: '2025-03-04' },
    ]);
    expect(history.revisions[0]).toMatchObject({
      revision: history.revision,
      gone: false,
      hash: { abstract: sha256(GOOD_ZH) },
    });
    expect((await api.request('/api/history/2503.99999')).statusCode).toBe(404);
  });

  it('shows what differs between two translations, and knows no other', async () => {
    const path = `/api/diff/2503.00001?a=${sha256(BAD_ZH)}&b=${sha256(GOOD_ZH)}`;
    const { parts } = expectConform(await api.request(path), ROUTES.diff.response);
    const textOf = (kinds: readonly string[]) =>
      parts
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text }) => text)
        .join('');
    expect(textOf(['same', 'removed'])).toBe(BAD_ZH);
    expect(textOf(['same', 'added'])).toBe(GOOD_ZH);
    expect((await api.request(`/api/diff/2503.00001?a=${sha256('x')}&b=${sha256(GOOD_ZH)}`)).statusCode).toBe(404);
  });

  it('tells of each day what came and what failed', async () => {
    const { items } = await get('days');
    // No notice says that a day is missing: two days make no rhythm.
    expect(items.map(({ date, state }) => [date, state])).toEqual([
      ['2025-03-06', 'partial'],
      ['2025-03-04', 'complete'],
    ]);
    expect(items[0]).toMatchObject({
      source: 'examples',
      digests: 2,
      failed: 1,
      waiting: 0,
      entries: 1,
      withChinese: 0,
    });
    expect(items[1]).toMatchObject({ digests: 2, failed: 0, entries: 3, papers: 2, withChinese: 3 });
    expect((await get('days', '?from=2025-03-05&source=examples')).items).toHaveLength(1);
    expect((await get('days', '?source=nobody')).items).toEqual([]);
  });

  it('tells of each source how fresh and how complete it is', async () => {
    expect((await get('sources')).items).toEqual([
      expect.objectContaining({
        name: 'examples',
        digests: 4,
        deleted: 0,
        entries: 4,
        papers: 3,
        failed: 1,
        waiting: 0,
        firstDate: '2025-03-04',
        newestDate: '2025-03-06',
      }),
    ]);
  });

  it('says how many files were seen that are not taken yet', async () => {
    const coming = async (scannedAt: string, untaken: number) => {
      await api.database.run(`UPDATE watcher.sources SET scanned_at = ${scannedAt}, untaken = $1`, [untaken]);
      return (await get('sources')).items[0]?.coming;
    };
    try {
      // Four were taken since that look.
      expect(await coming(`now() - interval '1 hour'`, 9)).toBe(5);
      expect(await coming(`now() - interval '1 hour'`, 3)).toBe(0);
      expect(await coming('now()', 9)).toBe(9);
      expect(await coming('NULL', 0)).toBe(0);
    } finally {
      await api.database.run('UPDATE watcher.sources SET scanned_at = NULL, untaken = 0');
    }
  });

  it('says how fast a source is read: over the last minute, or since it was begun', async () => {
    const perMinute = async () => (await get('sources')).items[0]?.perMinute ?? 0;
    const settle = (time: string, where: string): Promise<unknown> =>
      api.database.run(`UPDATE pipeline.inbox SET updated_at = ${time} WHERE topic = $1 AND ${where}`, [
        TOPICS.digestDiscovered,
      ]);
    await settle(`now() - interval '2 minutes'`, 'true');
    expect(await perMinute()).toBe(0);
    // Three digests are done; the fourth, a dead letter, is not read.
    await settle(`now() - interval '20 seconds'`, 'true');
    expect(await perMinute()).toBeGreaterThan(3);
    expect(await perMinute()).toBeLessThanOrEqual(9);
  });

  it('sums up what is found by day, source and origin', async () => {
    const byDay = await get('quality');
    expect(byDay.rows.map(({ key, entries }) => [key, entries])).toEqual([
      ['2025-03-04', 3],
      ['2025-03-06', 1],
    ]);
    const all = await get('quality', '?by=all');
    expect(all).toMatchObject({
      rows: [{ key: null, entries: 4, withoutChinese: 1 }],
      sources: ['examples'],
      origins: ['digest'],
    });
    const verdicts = Object.values(all.rows[0]?.verdicts.abstract ?? {}).reduce((sum, count) => sum + count, 0);
    expect(verdicts).toBe(3);
    expect(all.ratios.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect((await get('quality', '?by=source&from=2025-03-05')).rows).toMatchObject([{ key: 'examples', entries: 1 }]);
  });

  it('tells how the work moves', async () => {
    const flow = await get('flow', '?minutes=60');
    expect(flow.stages.map(({ topic, lag, retrying }) => [topic, lag, retrying])).toEqual(
      stageReaders.map(({ topic }) => [topic, 0, 0]),
    );
    const parser = flow.stages.find(({ topic }) => topic === TOPICS.digestDiscovered);
    expect(parser).toMatchObject({ dead: 1, perMinuteIn: 4 / 60, perMinuteOut: 3 / 60, oldestSeconds: null });
    expect(parser?.latency.count).toBe(3);
    expect(flow.endToEnd.count).toBe(3);
    expect(flow.endToEnd.p99).toBeGreaterThanOrEqual(flow.endToEnd.p50 ?? 0);
  });

  it('follows a paper from its digests to search', async () => {
    const trace = expectConform(await api.request('/api/trace/arXiv:2503.00001?payload=true'), ROUTES.trace.response);
    expect(trace).toMatchObject({ kind: 'paper', of: '2503.00001', isWhole: true });
    const types = trace.events.map(({ type }) => type);
    expect(types.filter((type) => type === 'digest.discovered')).toHaveLength(2);
    expect(types.filter((type) => type === 'paper.parsed')).toHaveLength(2);
    expect(types.filter((type) => type === 'paper.translated')).toHaveLength(2);
    expect(types.filter((type) => type === 'paper.state').length).toBeGreaterThan(0);
    expect(trace.events.flatMap(({ hops }) => hops.map(({ status }) => status))).not.toContain('waiting');
    // States that were sent together are one record: nobody worked on those before the last.
    const worked = trace.events.flatMap(({ hops }) => hops).filter(({ status }) => status !== 'superseded');
    const versions = worked.map(({ serviceVersion }) => serviceVersion);
    expect(new Set(versions)).toEqual(new Set(['test']));
    const translated = trace.events.find(({ type }) => type === 'paper.translated');
    expect(translated?.payload?.json).toMatchObject({ arxivId: '2503.00001' });
    // Of states only the newest is kept.
    const states = trace.events
      .filter(({ type }) => type === 'paper.state')
      .map(({ payload }) => payload?.json ?? null);
    expect(states.pop()).toMatchObject({ arxivId: '2503.00001', sources: ['examples'] });
    expect(states.filter((state) => state !== null)).toEqual([]);
    expect(translated?.hops).toEqual([
      expect.objectContaining({ consumer: 'diglot.indexer', status: 'done', attempts: 1 }),
    ]);
  });

  it('follows a paper to the webhooks that are told of it, and says which of them are in trouble', async () => {
    const { events } = expectConform(await api.request('/api/trace/2503.00001'), ROUTES.trace.response);
    const state = events.findLast(({ type }) => type === 'paper.state')?.eventId;
    await api.database.run(
      `INSERT INTO indexer.webhooks (name, told_from) VALUES ('friend', '-infinity'), ('old', now())`,
    );
    await api.database.run(`UPDATE indexer.webhooks SET configured = false WHERE name = 'old'`);
    await api.database.run(
      `INSERT INTO pipeline.inbox (consumer, event_id, status, attempt, next_at, topic, partition, "offset", key, headers,
         payload, payload_sha256, error_code, error_detail)
       SELECT 'diglot.webhook.friend', $1, 'retrying', 2, now() + interval '1 hour', $2, 0, '1:1', '2503.00001', '{}', '', '',
         'DIGLOT_WEBHOOK_UNREACHABLE', 'DIGLOT_WEBHOOK_UNREACHABLE: friend answers 503'`,
      [state, TOPICS.paperState],
    );
    try {
      const trace = expectConform(await api.request('/api/trace/2503.00001'), ROUTES.trace.response);
      const hops = trace.events.find(({ eventId }) => eventId === state)?.hops;
      expect(hops?.at(-1)).toMatchObject({ webhook: 'friend', status: 'retrying', attempts: 2, settledAt: null });
      expect(Date.parse(hops?.at(-1)?.nextAt ?? '')).toBeGreaterThan(Date.now());
      expect(hops?.filter(({ webhook }) => webhook !== null)).toHaveLength(1);
      const { webhooks, stages } = await get('flow');
      expect(webhooks).toMatchObject([{ name: 'friend', configured: true, retrying: 1, dead: 0, perMinuteOut: 0 }]);
      expect(webhooks[0]?.lag).toBeGreaterThan(0);
      expect(webhooks[0]?.oldestRetrySeconds).toBeGreaterThanOrEqual(0);
      expect(stages.map(({ consumer }) => consumer)).not.toContain('diglot.webhook.friend');
    } finally {
      await api.database.run(`TRUNCATE indexer.webhooks`);
      await api.database.run(`DELETE FROM pipeline.inbox WHERE consumer = 'diglot.webhook.friend'`);
    }
  });

  it('follows a digest and an event, and knows nothing of others', async () => {
    const digest = expectConform(await api.request(`/api/trace/${hashes['first']}`), ROUTES.trace.response);
    expect(digest.events.map(({ type }) => String(type)).toSorted()).toEqual([
      'digest.discovered',
      'paper.parsed',
      'paper.parsed',
      'paper.translated',
      'paper.translated',
    ]);
    const [event] = digest.events;
    const single = expectConform(await api.request(`/api/trace/${event?.eventId}`), ROUTES.trace.response);
    expect(single.events).toHaveLength(1);
    for (const what of ['nonsense', sha256('x'), '2503.99999', '7419ae46-945b-5ee3-90ee-be09b2a25daa']) {
      expect((await api.request(`/api/trace/${what}`)).statusCode).toBe(404);
    }
  });

  it('shows a dead letter with its payload, and finds it by its text', async () => {
    const { items } = (await api.request('/api/dead-letters?q=broken')).json();
    expect(items).toHaveLength(1);
    expect((await api.request('/api/dead-letters?q=nowhere')).json()).toMatchObject({ items: [] });
    const [{ consumer, eventId }] = items;
    const receipt = expectConform(await api.request(`/api/receipts/${consumer}/${eventId}`), ROUTES.receipt.response);
    expect(receipt).toMatchObject({
      status: 'dead',
      code: 'DIGLOT_DIGEST_BINARY',
      payload: { isWhole: true, json: { path: '6-Mar-2025/AI/broken.md' } },
    });
    const unknown = '7419ae46-945b-5ee3-90ee-be09b2a25daa';
    expect((await api.request(`/api/receipts/${consumer}/${unknown}`)).statusCode).toBe(404);
    expect(await get('retries')).toEqual({ groups: [], items: [], next: null });
  });

  it('renders a digest with the best translations known', async () => {
    const response = await api.request(`/api/digests/${hashes['second']}.md`);
    expect(response.headers['content-type']).toMatch(/^text\/markdown/);
    expect(readDigest(response.rawPayload, { path: 'a.md' }).entries).toMatchObject([{ abstract: { zh: GOOD_ZH } }]);
    expect(response.body).toBe(SECOND.replace(BAD_ZH, GOOD_ZH));
    expect((await api.request(`/api/digests/${hashes['broken']}.md`)).statusCode).toBe(422);
    expect((await api.request(`/api/digests/${sha256('x')}.md`)).statusCode).toBe(404);
  });

  // The last: it takes another digest.
  it('measures the way of a digest by what came of it, whatever is told of its papers an hour later', async () => {
    const { endToEnd: before } = await get('flow', '?minutes=240');
    for (const [table, column] of [
      ['pipeline.outbox', 'created_at'],
      ['pipeline.inbox', 'updated_at'],
      ['indexer.revisions', 'at'],
      ['watcher.placements', 'changed_at'],
    ]) {
      await api.database.run(`UPDATE ${table} SET ${column} = ${column} - interval '1 hour'`);
    }
    expect((await get('flow', '?minutes=240')).endToEnd).toEqual(before);
    expect((await get('flow', '?minutes=30')).endToEnd).toEqual({ p50: null, p99: null, count: 0 });

    await discoverDigest(api.database, { path: '7-Mar-2025/AI/README.md', content: FIRST + LATER, date: '2025-03-07' });
    await runStages(api.database, async () => (await api.request('/api/status')).json().inFlight === 0);
    const { endToEnd: after } = await get('flow', '?minutes=240');
    const { endToEnd: own } = await get('flow', '?minutes=30');
    expect([before.count, own.count, after.count]).toEqual([3, 1, 4]);
    // Nobody waited for the hour that was made up.
    expect(after.p99).toBeLessThan(3600);
  });
});
