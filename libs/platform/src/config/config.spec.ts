import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { renderConfigurationPage } from './configuration-page.ts';
import { loadConfig } from './load-config.ts';
import { packageVersion } from './package-version.ts';
import { requireSettings } from './require-settings.ts';

describe('loadConfig', () => {
  it('has defaults', () => {
    expect(loadConfig({})).toMatchObject({
      host: '127.0.0.1',
      data: '.diglot',
      pollMilliseconds: 250,
      allowedHosts: [],
    });
    expect(loadConfig({}).port).toBeUndefined();
  });

  it('reads what is given, and takes an empty variable for none', () => {
    const config = loadConfig({ DIGLOT_PORT: '0', DIGLOT_ALLOWED_HOSTS: 'a.example, b.example', DIGLOT_DATA: '' });
    expect(config).toMatchObject({ port: 0, allowedHosts: ['a.example', 'b.example'], data: '.diglot' });
  });

  it('names every bad variable at once', () => {
    const bad = {
      DIGLOT_PORT: '70000',
      DIGLOT_POLL_MILLISECONDS: 'often',
      DIGLOT_LOG_LEVEL: 'loud',
      DIGLOT_POOLSIZE: '3',
    };
    const read = () => loadConfig(bad);
    for (const name of Object.keys(bad)) expect(read).toThrow(name);
    expect(read).toThrow(/^DIGLOT_CONFIG_INVALID/);
  });

  it('reads webhooks, which are told from now on unless they say otherwise, and quotes no address', () => {
    const webhooks = 'a=https://a.example/x,b@beginning=http://127.0.0.1:1/,c@now=https://c.example';
    expect(loadConfig({ DIGLOT_WEBHOOKS: webhooks }).webhooks).toEqual([
      { name: 'a', from: 'now', address: 'https://a.example/x' },
      { name: 'b', from: 'beginning', address: 'http://127.0.0.1:1/' },
      { name: 'c', from: 'now', address: 'https://c.example' },
    ]);
    for (const wrong of ['a=http://far.example', 'a@noon=https://secret.example', 'A=https://secret.example']) {
      expect(() => loadConfig({ DIGLOT_WEBHOOKS: wrong })).toThrow(/DIGLOT_WEBHOOKS(?!.*\.example)/);
    }
  });

  it('reads folders, switches and addresses', () => {
    const config = loadConfig({
      DIGLOT_WATCH: ['/a', '/b c'].join(delimiter),
      DIGLOT_EXAMPLES: 'true',
      DIGLOT_DATABASE_URL: 'postgres://me:secret@host:5432/diglot',
    });
    expect(config).toMatchObject({ watch: ['/a', '/b c'], examples: true });
    expect(config.databaseUrl).toBe('postgres://me:secret@host:5432/diglot');
  });

  it('reads proxies that are trusted, none unless they are named', () => {
    const trusted = (text: string) => loadConfig({ DIGLOT_TRUSTED_PROXIES: text }).trustedProxies;
    expect(loadConfig({}).trustedProxies).toEqual([]);
    const good = ['loopback', 'uniquelocal', '10.0.0.0/8', '192.0.2.1', '::1', 'fd00::/8'];
    expect(trusted(good.join(', '))).toEqual(good);
    for (const wrong of [
      'true',
      '1',
      '*',
      'proxy.example',
      '10.0.0.0/33',
      '0.0.0.0/0',
      '10.0.0.0/8/8',
      '10.0.0',
      '::/129',
    ]) {
      expect(() => trusted(wrong)).toThrow(`DIGLOT_TRUSTED_PROXIES=${wrong}: not a list of addresses`);
    }
  });

  it('takes 0 for no limit of reading, and nothing below it', () => {
    expect(loadConfig({ DIGLOT_READS_PER_MINUTE: '0' }).readsPerMinute).toBe(0);
    expect(() => loadConfig({ DIGLOT_READS_PER_MINUTE: '-1' })).toThrow('DIGLOT_READS_PER_MINUTE');
  });

  it('never prints a secret, also not a wrong one', () => {
    const read = () => loadConfig({ DIGLOT_DATABASE_URL: 'mysql://me:hunter2@host', DIGLOT_TOKEN: 'hunter2' });
    expect(read).toThrow('DIGLOT_DATABASE_URL: not an address like postgres://');
    expect(read).not.toThrow('hunter2');
  });

  describe('a secret in a file', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'diglot-config-'));
      await writeFile(join(folder, 'redis'), 'redis://:secret@host:6379/0\n');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('is read, without the line feed at its end', () => {
      expect(loadConfig({ DIGLOT_REDIS_URL_FILE: join(folder, 'redis') }).redisUrl).toBe('redis://:secret@host:6379/0');
    });

    it('must be there, and not be given twice', () => {
      const missing = join(folder, 'none');
      expect(() => loadConfig({ DIGLOT_REDIS_URL_FILE: missing })).toThrow(`DIGLOT_REDIS_URL_FILE=${missing}: ENOENT`);
      const both = { DIGLOT_REDIS_URL: 'redis://host', DIGLOT_REDIS_URL_FILE: join(folder, 'redis') };
      expect(() => loadConfig(both)).toThrow('only one of them may be given');
    });

    it('is for secrets alone', () => {
      expect(() => loadConfig({ DIGLOT_PORT_FILE: join(folder, 'redis') })).toThrow('there is no such setting');
    });
  });

  it('leaves what is not ours alone', () => {
    expect(() => loadConfig({ PORT: 'x', DIGLOT_TEST_COMPLETE: '1' })).not.toThrow();
  });
});

test('what a program needs must be given, all of it is named at once', () => {
  const config = loadConfig({ DIGLOT_DATABASE_URL: 'postgres://host/db' });
  expect(requireSettings(config, 'databaseUrl').databaseUrl).toBe('postgres://host/db');
  expect(() => requireSettings(config, 'databaseUrl', 'redisUrl', 'token')).toThrow(
    'DIGLOT_CONFIG_INVALID: needed here: DIGLOT_REDIS_URL, DIGLOT_TOKEN',
  );
});

test('a workspace knows its version', () => {
  const file = new URL('../index.ts', import.meta.url).href;
  expect(packageVersion(file)).toMatch(/^\d+\.\d+\.\d+/);
});

test('docs/configuration.md lists the settings (mend it with `npm run docs`)', () => {
  const page = new URL('../../../../docs/configuration.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(renderConfigurationPage());
});
