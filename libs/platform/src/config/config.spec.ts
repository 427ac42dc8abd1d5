import { readFileSync } from 'node:fs';
import { renderConfigurationPage } from './configuration-page.ts';
import { loadConfig } from './load-config.ts';

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

  it('leaves what is not ours alone', () => {
    expect(() => loadConfig({ PORT: 'x', DIGLOT_TEST_COMPLETE: '1' })).not.toThrow();
  });
});

test('docs/configuration.md lists the settings (mend it with `npm run docs`)', () => {
  const page = new URL('../../../../docs/configuration.md', import.meta.url);
  expect(readFileSync(page, 'utf8')).toBe(renderConfigurationPage());
});
