import { mkdtemp, readFile, rm, stat, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorBody } from '../contract/shared.schema.ts';
import { startApi, type ApiUnderTest } from '../testing/api-under-test.ts';
import { stageMigrations } from '../testing/real-stages.ts';
import { CommandToken } from './command-token.ts';

describe('who may ask what', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations);
  });
  afterAll(() => api.close());

  it.each(['localhost', 'LOCALHOST:1', '127.0.0.1:7373', '[::1]:7373', '[::1]', 'digests.example:443'])(
    'answers to the host %s',
    async (host) => {
      expect((await api.request({ url: '/api/papers', headers: { host } })).statusCode).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'localhost@evil.example', '10.0.0.1'])(
    'does not answer to the host %j',
    async (host) => {
      for (const url of ['/api/papers', '/', '/openapi.json', '/nothing', '/api/dead-letters/redrive']) {
        const response = await api.request({ url, headers: { host } });
        expect(response.statusCode).toBe(403);
        expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_HOST_REFUSED' } });
      }
    },
  );

  it('lets probes ask for its health under any name', async () => {
    expect((await api.request({ url: '/livez', headers: { host: '10.0.0.7:7373' } })).statusCode).toBe(200);
    api.health.current = { ready: false, reasons: ['draining'] };
    const response = await api.request({ url: '/readyz', headers: { host: '10.0.0.7' } });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ ready: false, reasons: ['draining'] });
  });

  it.each(['/', '/page.css', '/api/status', '/api/papers/none', '/nothing', '/%ff', '/api/papers?limit=0'])(
    'puts security headers on the answer of %s',
    async (url) => {
      const { headers } = await api.request(url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it.each([
    ['/nothing', 404],
    ['/api/nothing', 404],
    ['/../etc/passwd', 404],
    ['/..%2f..%2fetc%2fpasswd', 404],
    ['/%ff', 400],
    ['/package.json', 404],
  ] as const)('answers %s with %i in our form', async (url, status) => {
    const response = await api.request(url);
    expect(response.statusCode).toBe(status);
    expect(errorBody.parse(response.json())).toEqual(response.json());
  });

  const redrive = async (headers: Record<string, string>, payload: string): ReturnType<typeof api.request> =>
    api.request({ method: 'POST', url: '/api/dead-letters/redrive', headers, payload });
  const command = JSON.stringify({ all: true, reason: 'a test' });
  const json = { 'content-type': 'application/json' };

  it('refuses a command without a token, and says how to give one', async () => {
    for (const authorization of [undefined, 'Basic abc', 'Bearer', 'Bearer ']) {
      const response = await redrive({ ...json, ...(authorization === undefined ? {} : { authorization }) }, command);
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toBe('Bearer');
      expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_TOKEN_REQUIRED' } });
    }
  });

  it('refuses a command with a wrong token', async () => {
    for (const wrong of ['x', `${api.token}x`, api.token.slice(1), api.token.toUpperCase()]) {
      const response = await redrive({ ...json, authorization: `Bearer ${wrong}` }, command);
      expect(response.statusCode).toBe(403);
      expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_TOKEN_REQUIRED' } });
      expect(response.body).not.toContain(api.token);
    }
  });

  it.each([
    ['not json', '{', 400],
    ['no JSON at all', '', 400],
    ['too much', `{"reason":"${'x'.repeat(2_000_000)}"}`, 413],
    ['a list', '[]', 400],
    ['no reason', '{"all":true}', 400],
    ['no condition', '{"reason":"x"}', 400],
    ['all and a condition', '{"all":true,"code":"DIGLOT_BUG","reason":"x"}', 400],
    ['something unknown', '{"all":true,"reason":"x","force":true}', 400],
    ['ids that are none', '{"eventIds":["1"],"reason":"x"}', 400],
    ['a prototype', '{"__proto__":{"all":true},"reason":"x"}', 400],
  ])('refuses a command that is %s', async (_, payload, status) => {
    const response = await redrive({ ...json, authorization: `Bearer ${api.token}` }, payload);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_REQUEST_INVALID' } });
  });

  it('takes commands as JSON only, which a form of a foreign page cannot send', async () => {
    const headers = { 'content-type': 'text/plain', authorization: `Bearer ${api.token}` };
    expect((await redrive(headers, command)).statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('a database that goes away', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi(stageMigrations);
  });
  afterAll(() => api.close());

  it('is reported as such, and forgotten once it is back', async () => {
    const urls = ['/api/status', '/api/papers', '/api/papers/2503.01715', '/api/digests', '/api/dead-letters'];
    const statuses = async (): Promise<number[]> =>
      Promise.all(urls.map(async (url) => (await api.request(url)).statusCode));
    expect(await statuses()).toEqual([200, 200, 404, 200, 200]);
    await api.proxy.refuse();
    for (const url of urls) {
      const response = await api.request(url);
      expect(response.statusCode).toBe(503);
      expect(response.json()).toMatchObject({ error: { code: 'DIGLOT_POSTGRES_UNAVAILABLE' } });
      expect(response.body).not.toMatch(/postgres:\/\/|password|SELECT/);
    }
    expect((await api.request('/livez')).statusCode).toBe(200);
    expect((await api.request('/openapi.json')).statusCode).toBe(200);
    await api.proxy.restore();
    expect(await statuses()).toEqual([200, 200, 404, 200, 200]);
  });
});

describe('the token of commands', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diglot-token-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner alone', async () => {
    const file = join(folder, 'new', 'token');
    await CommandToken.ofFile(file);
    const token = (await readFile(file, 'utf8')).trim();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await CommandToken.ofFile(file)).equals(token)).toBe(true);
    expect((await CommandToken.ofFile(file)).equals(`${token}a`)).toBe(false);
  });

  it('is the same for all that start at once', async () => {
    const file = join(folder, 'token');
    const tokens = await Promise.all(Array.from({ length: 20 }, () => CommandToken.ofFile(file)));
    const token = (await readFile(file, 'utf8')).trim();
    expect(tokens.every((each) => each.equals(token))).toBe(true);
  });

  it('is closed to others again when it was opened', async () => {
    const file = join(folder, 'token');
    await CommandToken.ofFile(file);
    await chmod(file, 0o644);
    await CommandToken.ofFile(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'short', 'a'.repeat(44)])('is not taken from a file that holds %j', async (content) => {
    const file = join(folder, 'token');
    await writeFile(file, content);
    await expect(CommandToken.ofFile(file)).rejects.toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE' });
  });
});
