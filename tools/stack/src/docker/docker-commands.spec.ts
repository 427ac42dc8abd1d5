import { parse } from 'yaml';
import { commandArguments, composeArguments, overrideFile, overrideVariables } from './docker-commands.ts';

test('folders of the command line are mounted for reading, each under its own name', () => {
  expect(parse(overrideFile({ watch: ['/home/me/a', '/b: c'], config: null }) ?? '')).toEqual({
    services: {
      watcher: {
        environment: { DIGLOT_WATCH: '/watched/0/a:/watched/1/b: c' },
        volumes: [
          { type: 'bind', source: '/home/me/a', target: '/watched/0/a', read_only: true },
          { type: 'bind', source: '/b: c', target: '/watched/1/b: c', read_only: true },
        ],
      },
    },
  });
  expect(overrideFile({ watch: null, config: null })).toBeNull();
  expect(parse(overrideFile({ watch: null, config: '/etc/sources.json' }) ?? '')).toMatchObject({
    services: {
      watcher: {
        environment: { DIGLOT_CONFIG: '/watched/0/sources.json' },
        volumes: [{ source: '/etc/sources.json', target: '/watched/0/sources.json' }],
      },
    },
  });
});

test('port and examples are variables of the file', () => {
  expect(overrideVariables({ port: 80, examples: false })).toEqual({ DIGLOT_PORT: '80', DIGLOT_EXAMPLES: 'false' });
  expect(overrideVariables({ port: null, examples: null })).toEqual({});
});

test('each command is one of Compose', () => {
  expect(composeArguments(['a.yml', 'b.yml'])).toEqual([
    'compose',
    '--file',
    'a.yml',
    '--file',
    'b.yml',
    '--profile',
    'app',
  ]);
  const scale = { parser: 3 };
  const up = ['up', '--build', '--detach', '--wait', '--scale', 'parser=3'];
  expect(commandArguments({ command: { name: 'up' }, scale })).toEqual(up);
  expect(commandArguments({ command: { name: 'down' }, scale: {} })).toEqual(['down']);
  expect(commandArguments({ command: { name: 'status' }, scale: {} })).toEqual(['ps', '--all']);
  const logs = { name: 'logs', of: 'api', follow: true } as const;
  expect(commandArguments({ command: logs, scale: {} })).toEqual(['logs', '--follow', 'api']);
});
