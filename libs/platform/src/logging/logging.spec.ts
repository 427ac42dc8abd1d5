import { createLogger, type LoggerSettings } from './create-logger.ts';
import { serializeError } from './error-serializer.ts';
import { NestLogger } from './nest-logger.ts';
import { withoutPasswords } from './redaction.ts';

function capture(settings: Partial<LoggerSettings> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: 'trace', format: 'json', name: 'parser', destination, ...settings });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

test('a line is JSON with a named level, a time, the service and the fields of the child', () => {
  const { logger, last } = capture();
  logger.child({ topic: 'a.b' }).info({ rows: 3 }, 'read');
  expect(last()).toMatchObject({ level: 'info', name: 'parser', topic: 'a.b', rows: 3, msg: 'read' });
  expect(Date.parse(String(last()['time']))).not.toBeNaN();
});

test('fields with the names of secrets are blotted out', () => {
  const { logger, lines } = capture();
  logger.info({ token: 'abc123', provider: { apiKey: 'def456', name: 'p' } }, 'configured');
  expect(lines.at(-1)).not.toMatch(/abc123|def456/);
  expect(lines.at(-1)).toContain('"name":"p"');
});

test('what hangs on an error besides its code stays out of the log, passwords of addresses too', () => {
  const cause = Object.assign(new Error('connect postgres://u:hunter2@db/x'), { parameters: ['a whole digest'] });
  const { logger, lines, last } = capture();
  logger.error({ err: Object.assign(new Error('no', { cause }), { code: '08006', query: 'SELECT secret' }) }, 'failed');
  expect(last()['err']).toMatchObject({ type: 'Error', message: 'no', code: '08006' });
  expect(last()['err']).toHaveProperty('cause.message', 'connect postgres://u:***@db/x');
  expect(lines.at(-1)).not.toMatch(/whole digest|hunter2|SELECT secret/);
});

test('a chain of causes that bites its own tail ends', () => {
  const error: Error & { cause?: unknown } = new Error('ouroboros');
  error.cause = error;
  expect(JSON.stringify(serializeError(error)).match(/ouroboros/g)?.length).toBeGreaterThan(1);
});

test('what is thrown without being an error is described', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  expect(serializeError({ a: 1 })).toEqual({ type: 'object', message: '{"a":1}' });
  expect(serializeError(circular).message).toBe('[object Object]');
  expect(serializeError(undefined).message).toBe('undefined');
});

test('pretty is one readable line', () => {
  const { logger, lines } = capture({ format: 'pretty' });
  logger.warn({ rows: 3 }, 'slow');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/WARN.*slow.*"rows":3/);
});

test("Nest's errors keep their context and their stack; its chatter is for debugging", () => {
  const { logger, last } = capture();
  const nest = new NestLogger(logger);
  nest.error('broken', 'Error: broken\n    at here (file.ts:1:1)', 'Parser');
  expect(last()).toMatchObject({
    level: 'error',
    msg: 'broken',
    context: 'Parser',
    stack: expect.stringContaining('here'),
  });
  nest.log('mapped', 'Router');
  expect(last()).toMatchObject({ level: 'debug', msg: 'mapped', context: 'Router' });
  nest.fatal(new Error('gone'));
  expect(last()).toMatchObject({ level: 'fatal', msg: 'gone', err: { message: 'gone' } });
});

test('passwords of several addresses in one text are blotted out, names and ports are kept', () => {
  expect(withoutPasswords('redis://:pw@h:6379 and https://a:b@c/d, https://e.f/g@h')).toBe(
    'redis://:***@h:6379 and https://a:***@c/d, https://e.f/g@h',
  );
});
