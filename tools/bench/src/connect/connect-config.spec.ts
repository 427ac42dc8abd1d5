import { sinkConfig, workerProperties } from './connect-config.ts';
import { FLAT_SCHEMA } from './flat-record.ts';

test('a worker listens on this machine alone, and knows the schema of the topic', () => {
  const text = workerProperties({ bootstrap: '127.0.0.1:9092', port: 8083, plugins: 'C:\\plugins', offsets: '/o' });
  const lines = new Map(text.split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]));
  expect(lines.get('listeners')).toBe('http://127.0.0.1:8083');
  expect(lines.get('bootstrap.servers')).toBe('127.0.0.1:9092');
  expect(lines.get('plugin.path')).toBe('C:\\\\plugins');
  expect(JSON.parse(lines.get('value.converter.schema.content') ?? '')).toEqual(FLAT_SCHEMA);
});

test('a sink finds its database by the parts of the address, the password as it was before it was encoded', () => {
  expect(sinkConfig('postgres://me:it%27s@127.0.0.1:40001/papers', ['one', 'two'])).toMatchObject({
    'connection.url': 'jdbc:postgresql://127.0.0.1:40001/papers',
    'connection.username': 'me',
    'connection.password': "it's",
    topics: 'one,two',
    'insert.mode': 'upsert',
  });
  expect(sinkConfig('postgres://me@db/papers', [])['connection.url']).toBe('jdbc:postgresql://db:5432/papers');
});
