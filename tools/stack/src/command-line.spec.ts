import { readCommandLine } from './command-line.ts';

const read = (...args: string[]) => readCommandLine(args, '/here', '/root');

test('without arguments it starts what the file says', () => {
  expect(read()).toEqual({
    help: false,
    version: false,
    command: { name: 'up' },
    watch: null,
    config: null,
    examples: null,
    port: null,
    data: '/root/.diglot-stack',
    scale: {},
    native: false,
  });
});

test('takes the options of npm start, in any order, and a scale', () => {
  const line = read(
    '--scale',
    'parser=3',
    '--watch',
    'a',
    '--no-examples',
    '--watch=/b',
    '--watch',
    'a',
    '--port',
    '80',
  );
  expect(line).toMatchObject({ watch: ['/here/a', '/b'], examples: false, port: 80, scale: { parser: 3 } });
  expect(read('--data', 'x', '--native')).toMatchObject({ data: '/here/x', native: true });
  expect(read('--config', 'x.json')).toMatchObject({ config: '/here/x.json' });
});

test('--version and --help are known', () => {
  expect(read('--version')).toMatchObject({ version: true, help: false });
  expect(read('--help')).toMatchObject({ version: false, help: true });
});

test('takes commands', () => {
  expect(read('down').command).toEqual({ name: 'down' });
  expect(read('status', '--data', 'x')).toMatchObject({ command: { name: 'status' }, data: '/here/x' });
  expect(read('logs', 'parser').command).toEqual({ name: 'logs', of: 'parser', follow: false });
  expect(read('logs', '--follow', 'parser').command).toEqual({ name: 'logs', of: 'parser', follow: true });
});

test.each([
  [['sideways'], 'there is no command sideways'],
  [['logs'], 'there is no command logs'],
  [['down', 'now'], 'there is no command down now'],
  [['--follow'], '--follow is for logs'],
  [['--port', '0'], '--port 0: a number from 1 to 65535 is wanted'],
  [['--scale', 'parser'], '--scale parser: not like parser=3'],
  [['--scale', 'parser=many'], '--scale parser many: a number from 1 to 64 is wanted'],
  [['--nonsense'], "Unknown option '--nonsense'"],
])('%j is refused with the usage', (args, message) => {
  expect(() => read(...args)).toThrow(`DIGLOT_CONFIG_INVALID: ${message}`);
  expect(() => read(...args)).toThrow('Usage: npm run stack');
});
