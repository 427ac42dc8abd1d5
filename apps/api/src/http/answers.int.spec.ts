import { gunzipSync } from 'node:zlib';
import { errorBody } from '../contract/shared.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';
import { seedPapers } from '../testing/seed.ts';

/** What a browser accepts. */
const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';

describe('answers', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations);
    await seedPapers(
      api.database,
      Array.from({ length: 30 }, (_, index) => ({ id: `2503.${10_000 + index}`, title: `Paper ${index}`, zh: '标题' })),
    );
  });
  afterAll(() => api.close());

  it('are not sent again to who has them', async () => {
    const first = await api.request('/api/papers');
    const { etag } = first.headers;
    expect(etag).toMatch(/^W\/"/);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await api.request({ url: '/api/papers', headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await seedPapers(api.database, [{ id: '2503.99998', title: 'News' }]);
    const changed = await api.request({ url: '/api/papers', headers: { 'if-none-match': String(etag) } });
    expect(changed.statusCode).toBe(200);
  });

  it('are compressed for who can read that, and not for others', async () => {
    const plain = await api.request('/api/papers');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const small = await api.request({ url: '/api/papers', headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect(gunzipSync(small.rawPayload).toString()).toBe(plain.body);
  });

  it('may be read by the pages of configured origins only', async () => {
    const ask = (origin: string) => api.request({ url: '/api/papers', headers: { origin } });
    const friend = await ask('https://friends.example');
    expect(friend.headers).toMatchObject({ 'access-control-allow-origin': 'https://friends.example' });
    expect((await ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await api.request({
      method: 'OPTIONS',
      url: '/api/dead-letters/redrive',
      headers: { origin: 'https://friends.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers['access-control-allow-methods']).toMatch(/POST/);
  });

  it('are problem details where something is wrong', async () => {
    const response = await api.request('/api/papers?limit=0');
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.json()).toMatchObject({
      type: 'urn:diglot:error:DIGLOT_REQUEST_INVALID',
      title: expect.any(String),
      status: 400,
      detail: expect.stringMatching(/limit/),
      error: { code: 'DIGLOT_REQUEST_INVALID', field: 'limit', remedy: expect.any(String) },
    });
  });

  it.each([
    ['/api', BROWSER],
    ['/api/nothing', BROWSER],
    ['/api/papers/none', BROWSER],
    ['/schemas/none', BROWSER],
    ['/nothing', '*/*'],
    ['/nothing/at/all', 'application/json'],
  ])('are problem details where nothing is and no person looks for a page: %s, accepting %s', async (url, accept) => {
    const response = await api.request({ url, headers: { accept } });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(errorBody.parse(response.json())).toEqual(response.json());
  });

  it('are kept apart by caches where they differ for people and programs, and for origins', async () => {
    const headers = { accept: '*/*', origin: 'https://friends.example' };
    const { vary } = (await api.request({ url: '/nothing', headers })).headers;
    expect(String(vary).toLowerCase().split(', ')).toEqual(expect.arrayContaining(['origin', 'accept']));
  });

  it.each([
    ['POST', '/api/papers', 'GET, HEAD'],
    ['POST', '/api/papers/hep-th/9901001?lang=zh', 'GET, HEAD'],
    ['DELETE', '/api/status', 'GET, HEAD'],
    ['PUT', '/api/review', 'POST'],
    ['GET', '/api/review', 'POST'],
    ['PATCH', '/', 'GET, HEAD'],
  ] as const)(
    'say which methods an address has, where it was asked with another: %s %s',
    async (method, url, allow) => {
      const response = await api.request({ method, url });
      expect(response.statusCode).toBe(405);
      expect(response.headers).toMatchObject({ allow, 'content-type': expect.stringMatching(/problem\+json/) });
      expect(response.headers['x-content-type-options']).toBe('nosniff');
      expect(response.json()).toMatchObject({ status: 405, error: { code: 'DIGLOT_METHOD_NOT_ALLOWED' } });
      const foreign = await api.request({ method, url, headers: { host: 'evil.example' } });
      expect([foreign.statusCode, foreign.headers.allow]).toEqual([403, undefined]);
    },
  );

  it.each(['/api/nothing', '/api/nothing/at/all'])('are not found by any method where nothing is: %s', async (url) => {
    for (const method of ['GET', 'HEAD', 'POST', 'DELETE'] as const) {
      const { statusCode, headers } = await api.request({ method, url });
      expect([method, statusCode, headers.allow]).toEqual([method, 404, undefined]);
    }
  });

  it('have a head for whoever wants only that', async () => {
    const { statusCode, body, headers } = await api.request({ method: 'HEAD', url: '/api/papers' });
    expect([statusCode, body]).toEqual([200, '']);
    expect(headers['content-type']).toMatch(/json/);
    const command = await api.request({ method: 'HEAD', url: '/api/review' });
    expect([command.statusCode, command.headers.allow]).toEqual([405, 'POST']);
  });

  it('name each thing of a request that is unknown, and the first of them as the field', async () => {
    const { error } = (await api.request('/api/papers?zh=1&revision=2&limit=0')).json();
    expect(error.detail).toMatch(/(^|; )zh: there is no such field(;|$)/);
    expect(error.detail).toMatch(/(^|; )revision: there is no such field(;|$)/);
    expect(error.detail).toMatch(/(^|; )limit: /);
    expect(['zh', 'revision', 'limit']).toContain(error.field);
  });
});
