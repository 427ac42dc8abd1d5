import { gunzipSync } from 'node:zlib';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';
import { seedPapers } from '../testing/seed.ts';

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
});
