import { readFileSync, readdirSync } from 'node:fs';
import { messageOf } from './errors.ts';
import { PLATFORM_ERROR_CLASSES, PlatformError } from './platform-error.ts';

test('every code of the platform stands in the one error table, with the same class', () => {
  const families = new URL('../../../domain/src/errors/families/', import.meta.url);
  const table = readdirSync(families)
    .map((name) => readFileSync(new URL(name, families), 'utf8'))
    .join('\n');
  for (const [code, errorClass] of Object.entries(PLATFORM_ERROR_CLASSES)) {
    expect(new RegExp(`${code}: \\{\\s*class: '(\\w+)'`).exec(table)?.[1]).toBe(errorClass);
  }
});

test('an error carries its code, its class, its detail and its cause', () => {
  const cause = new Error('disk on fire');
  const error = new PlatformError('DIGLOT_DATA_UNUSABLE', 'the folder cannot be written', { cause });
  expect(error).toMatchObject({ code: 'DIGLOT_DATA_UNUSABLE', class: 'Fatal', cause });
  expect(error.message).toBe('DIGLOT_DATA_UNUSABLE: the folder cannot be written');
});

test('the message of an AggregateError is that of its parts', () => {
  expect(messageOf(new AggregateError([new Error('a'), new Error('b')]))).toBe('a; b');
  expect(messageOf(new AggregateError([new Error('a')], 'whole'))).toBe('whole');
  expect(messageOf('text')).toBe('text');
});
