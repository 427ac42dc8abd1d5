import { parseComposeFile } from './compose-file.ts';

const read = (yaml: string, profile = 'app', variables = {}) => parseComposeFile(yaml, 'a.yml', profile, variables);

test('a service is read with its defaults, merged and filled in', () => {
  const services = read(
    `
x-common: &common { image: 'thing:\${TAG:-1}', restart: unless-stopped }
services:
  one:
    <<: *common
    command: [node, main.js]
    environment: { A: 1, B: true, C: '\${NONE:-x}' }
    depends_on: { two: { condition: service_healthy } }
    ports: ['\${BIND:-127.0.0.1}:81:80', '9000:90', '70']
    volumes: ['data:/data', './digests:/digests:ro']
    stop_grace_period: 1m30s
    healthcheck: { test: [CMD, check, it], timeout: 500ms }
  two: { image: other }
`,
  );
  expect(services['one']).toEqual({
    image: 'thing:1',
    command: ['node', 'main.js'],
    environment: { A: '1', B: 'true', C: 'x' },
    dependsOn: [{ name: 'two', condition: 'service_healthy' }],
    profiles: [],
    ports: [
      { host: '127.0.0.1', outside: 81, inside: 80 },
      { host: null, outside: 9000, inside: 90 },
      { host: null, outside: null, inside: 70 },
    ],
    volumes: [
      { source: 'data', target: '/data', isNamed: true },
      { source: './digests', target: '/digests', isNamed: false },
    ],
    restart: 'unless-stopped',
    graceSeconds: 90,
    healthCheck: { command: ['check', 'it'], timeoutSeconds: 0.5 },
  });
  expect(services['two']).toMatchObject({ command: null, graceSeconds: 10, restart: 'no', healthCheck: null });
});

test('a profile has its own services, and those without any', () => {
  const yaml = `
services:
  database: { image: a, profiles: [infra, app] }
  worker: { image: a, profiles: [app] }
  always: { image: a }
`;
  expect(Object.keys(read(yaml, 'infra'))).toEqual(['database', 'always']);
  expect(Object.keys(read(yaml, 'app'))).toEqual(['database', 'worker', 'always']);
});

test('a variable cannot change the structure', () => {
  const services = read(`services: { one: { image: '$IMAGE' } }`, 'app', { IMAGE: 'a\nb: {c: d}' });
  expect(services['one']?.image).toBe('a\nb: {c: d}');
});

test.each([
  ['services: { one: { image: a, ports: [http] } }', /a\.yml: services\.one\.ports\.0: not a port/],
  ['services: { one: { image: a, stop_grace_period: soon } }', /services\.one\.stop_grace_period: not a duration/],
  ['services: { one: { command: [a] } }', /services\.one\.image/],
  ['services: { one: { image: a, volumes: [/data] } }', /services\.one\.volumes\.0: not a volume/],
  ['services: [', /a\.yml/],
])('%s is refused with the file and the field', (yaml, message) => {
  expect(() => read(yaml)).toThrow(message);
});
