import { listenerKey, portsOf, translateEnvironment, type Translation } from './translate-environment.ts';

const here = (port: number) => ({ host: '127.0.0.1', port });
const translation: Translation = {
  listeners: new Map([
    [listenerKey('postgres', 5432), [here(40001)]],
    [listenerKey('redis', 6379), [here(40002)]],
    [listenerKey('kafka', 9092), [here(40003), here(40004), here(40005)]],
  ]),
  ownPorts: new Map([
    [8080, here(41000)],
    [7373, { host: '10.0.0.1', port: 7374 }],
  ]),
  folders: new Map([['/var/lib/diglot', '/home/me/data']]),
};
const translate = (name: string, value: string) => translateEnvironment({ [name]: value }, translation)[name];

test.each([
  ['A_URL', 'postgres://postgres:secret@postgres:5432/postgres', 'postgres://postgres:secret@127.0.0.1:40001/postgres'],
  ['A_URL', 'redis://redis:6379', 'redis://127.0.0.1:40002'],
  ['BROKERS', 'kafka:9092', '127.0.0.1:40003,127.0.0.1:40004,127.0.0.1:40005'],
  ['A_URL', 'redis://my-redis:6379', 'redis://my-redis:6379'],
  ['A_URL', 'redis://redis:63790', 'redis://redis:63790'],
  ['A_URL', 'https://example.org:443/kafka', 'https://example.org:443/kafka'],
  ['A_PORT', '8080', '41000'],
  ['A_PORT', '9999', '9999'],
  ['A_HOST', '0.0.0.0', '10.0.0.1'],
  ['A_HOST', 'example.org', 'example.org'],
  ['A_FOLDER', '/var/lib/diglot', '/home/me/data'],
  ['A_FILE', '/var/lib/diglot/token', '/home/me/data/token'],
  ['A_FILE', '/var/lib/diglots', '/var/lib/diglots'],
  ['WORD', 'json', 'json'],
])('%s=%s becomes %s', (name, value, expected) => {
  expect(translate(name, value)).toBe(expected);
});

test('who publishes nothing listens on this machine only', () => {
  const unpublished = { ...translation, ownPorts: new Map([[8080, here(41000)]]) };
  expect(translateEnvironment({ A_HOST: '0.0.0.0' }, unpublished)).toEqual({ A_HOST: '127.0.0.1' });
});

test('the ports that a service listens on', () => {
  expect(portsOf({ A_PORT: '80', B_PORT: 'any', C: '90' })).toEqual([80]);
});
