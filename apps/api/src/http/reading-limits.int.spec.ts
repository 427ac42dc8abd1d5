import { setTimeout } from 'node:timers/promises';
import { NO_LIMITS, type ApiSettings, type RequestLimitSettings } from '../api.settings.ts';
import { ROUTES, type RouteContract } from '../contract/routes.ts';
import { errorBody } from '../contract/shared.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';
import { seedPapers } from '../testing/seed.ts';

const reads = (Object.values(ROUTES) as RouteContract[]).filter(
  ({ command, counted }) => !command && counted !== 'never',
);

describe('who reads too much', () => {
  let api: ApiUnderTest;

  const start = async (limits: Partial<RequestLimitSettings>, change: Partial<ApiSettings> = {}): Promise<void> => {
    api = await startApi(stageMigrations, [], { limits: { ...NO_LIMITS, ...limits }, ...change });
  };
  afterEach(() => api.close());

  const ask = (
    url: string,
    remoteAddress: string,
    method: 'GET' | 'HEAD' = 'GET',
  ): ReturnType<ApiUnderTest['request']> => api.request({ method, url, remoteAddress });

  it('is told when to go on; others are not held up', async () => {
    await start({ readsPerMinute: 2 });
    expect((await ask('/api/papers', '10.0.0.1')).statusCode).toBe(200);
    expect((await ask('/api/status', '10.0.0.1', 'HEAD')).statusCode).toBe(200);
    const refused = await ask('/api/papers', '10.0.0.1');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(errorBody.parse(refused.json())).toMatchObject({ error: { code: 'DIGLOT_TOO_MANY_READS' } });
    expect((await ask('/api/papers', '10.0.0.2')).statusCode).toBe(200);
  });

  it('may still ask for the page, for health and for figures', async () => {
    await start({ readsPerMinute: 1 }, { metrics: async () => ({ contentType: 'text/plain', text: 'a 1' }) });
    await ask('/api/status', '10.0.0.1');
    for (const url of ['/livez', '/readyz', '/metrics']) {
      expect([url, (await ask(url, '10.0.0.1')).statusCode]).toEqual([url, 200]);
    }
    // The page may not be built here; then it is not found, however often.
    for (const url of ['/', '/read', '/assets/none.js']) {
      expect([url, (await ask(url, '10.0.0.1')).statusCode]).not.toEqual([url, 429]);
    }
    expect((await ask('/api/status', '10.0.0.1')).statusCode).toBe(429);
  });

  it('may still give commands, and look at texts', async () => {
    await start({ readsPerMinute: 1 });
    await ask('/api/status', '10.0.0.1');
    const command = {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}` },
      remoteAddress: '10.0.0.1',
    } as const;
    const payload = { all: true, reason: 'a test' };
    expect((await api.request({ ...command, url: '/api/dead-letters/redrive', payload })).statusCode).toBe(200);
  });

  it('is refused whatever is asked for', async () => {
    await start({ readsPerMinute: 1 });
    await ask('/api/status', '10.0.0.1');
    for (const url of ['/openapi.json', ...reads.map(({ path }) => path)]) {
      expect([url, (await ask(url, '10.0.0.1')).statusCode]).toEqual([url, 429]);
    }
  });

  it('is not refused where no limit is set', async () => {
    await start({});
    for (let time = 0; time < 50; time += 1) expect((await ask('/api/codes', '10.0.0.1')).statusCode).toBe(200);
  });

  it('is one customer, whichever address of their network of IPv6 asks', async () => {
    await start({ readsPerMinute: 1 });
    expect((await ask('/api/codes', '2001:db8:1:2::1')).statusCode).toBe(200);
    expect((await ask('/api/codes', '2001:db8:1:2:ffff::2')).statusCode).toBe(429);
    expect((await ask('/api/codes', '2001:db8:1:3::1')).statusCode).toBe(200);
  });

  it('is who the proxy says that asks, if the proxy is trusted, and else the proxy', async () => {
    const through = (remoteAddress: string, forwarded: string): ReturnType<ApiUnderTest['request']> =>
      api.request({ url: '/api/codes', remoteAddress, headers: { 'x-forwarded-for': forwarded } });
    await start({ readsPerMinute: 1 }, { trustedProxies: ['10.0.0.0/8'] });
    expect((await through('10.0.0.1', '203.0.113.1')).statusCode).toBe(200);
    expect((await through('10.0.0.1', '203.0.113.2')).statusCode).toBe(200);
    // What somebody claims before the proxy adds the truth counts for nothing.
    expect((await through('10.0.0.1', '203.0.113.9, 203.0.113.2')).statusCode).toBe(429);
    expect((await through('192.0.2.1', '203.0.113.3')).statusCode).toBe(200);
    expect((await through('192.0.2.1', '203.0.113.4')).statusCode).toBe(429);
  });

  it('is told the addresses of feeds as the trusted proxy is asked, under the host that was checked', async () => {
    await start({}, { trustedProxies: ['10.0.0.1'] });
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', host: 'digests.example' };
    const feedUrl = async (remoteAddress: string): Promise<string> =>
      (await api.request({ url: '/api/feed.json', remoteAddress, headers })).json<{ feed_url: string }>().feed_url;
    expect(await feedUrl('10.0.0.1')).toBe('https://digests.example/api/feed.json');
    expect(await feedUrl('10.0.0.2')).toBe('http://digests.example/api/feed.json');
  });
});

describe('who holds too much open', () => {
  let api: ApiUnderTest;
  let address: string;

  const start = async (limits: Partial<RequestLimitSettings>): Promise<void> => {
    api = await startApi(stageMigrations, [], {
      limits: { ...NO_LIMITS, ...limits },
      trustedProxies: ['loopback'],
    });
    await api.application.listen(0, '127.0.0.1');
    address = await api.application.getUrl();
  };
  afterEach(() => api.close());

  const open = (path: string, from: string, signal?: AbortSignal): Promise<Response> =>
    fetch(address + path, { headers: { 'x-forwarded-for': from }, ...(signal ? { signal } : {}) });

  /** The server sees a moment later than we that somebody has left. */
  const openAtLast = async (path: string, from: string, signal: AbortSignal): Promise<Response> => {
    for (;;) {
      const response = await open(path, from, signal);
      if (response.ok) return response;
      await response.arrayBuffer();
      await setTimeout(20);
    }
  };

  const expectRefused = async (response: Response, status: number, code: string): Promise<void> => {
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(errorBody.parse(await response.json())).toMatchObject({ error: { code } });
  };

  it('has only so many streams, of their own and together with all others, until one ends', async () => {
    await start({ streamsPerAddress: 2, streamsInAll: 3 });
    const first = new AbortController();
    const others = new AbortController();
    await open('/api/events', '203.0.113.1', first.signal);
    await open('/api/events', '203.0.113.1', others.signal);
    await expectRefused(await open('/api/events', '203.0.113.1'), 429, 'DIGLOT_TOO_MANY_STREAMS');
    await open('/api/events', '203.0.113.2', others.signal);
    await expectRefused(await open('/api/events', '203.0.113.3'), 503, 'DIGLOT_STREAMS_FULL');
    first.abort();
    expect((await openAtLast('/api/events', '203.0.113.3', others.signal)).status).toBe(200);
    others.abort();
  });

  it('holds nothing with what is refused for another reason', async () => {
    await start({ streamsInAll: 1 });
    for (let time = 0; time < 5; time += 1) {
      const refused = await open('/api/events?after=nonsense', '203.0.113.1');
      expect(refused.status).toBe(400);
      await refused.arrayBuffer();
    }
    const left = new AbortController();
    expect((await openAtLast('/api/events', '203.0.113.1', left.signal)).status).toBe(200);
    left.abort();
  });

  it.each(['ndjson', 'csv', 'parquet'])(
    'has only so many exports at the same time, until one ends: %s',
    async (format) => {
      await start({ exportsAtOnce: 1 });
      await seedPapers(api.database, [{ id: '2503.10000', title: 'A paper', zh: '论文' }]);
      const path = `/api/export.${format}`;
      const pair = await api.database.transaction(async (tx) => {
        // As long as papers cannot be read, an export that has begun cannot end.
        await tx.run('LOCK TABLE indexer.papers IN ACCESS EXCLUSIVE MODE');
        const asked = [open(path, '203.0.113.1'), open(path, '203.0.113.1')];
        await expectRefused((await Promise.race(asked)).clone(), 429, 'DIGLOT_TOO_MANY_EXPORTS');
        return { asked };
      });
      const statuses = (await Promise.all(pair.asked)).map(({ status }) => status);
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
      const next = await openAtLast(path, '203.0.113.1', AbortSignal.timeout(60_000));
      expect((await next.arrayBuffer()).byteLength).toBeGreaterThan(0);
    },
  );
});
