import fc from 'fast-check';
import { parsePythonLiteral, PythonLiteralError, type PythonValue } from './python-literal.ts';

/** As Python's `repr` prints it: single quotes unless the text has some and no double ones. */
function repr(value: unknown): string {
  if (typeof value === 'string') {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    const body = value
      .replaceAll('\\', '\\\\')
      .replaceAll(quote, `\\${quote}`)
      .replaceAll('\n', '\\n')
      .replaceAll('\r', '\\r')
      .replaceAll('\t', '\\t')
      .replaceAll(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
    return quote + body + quote;
  }
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, item]) => `${repr(key)}: ${repr(item)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

function plain(value: PythonValue): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return Array.isArray(value) ? value.map(plain) : value;
}

describe('parsePythonLiteral', () => {
  it.each([
    ["'a'", 'a'],
    ['"it\'s"', "it's"],
    [String.raw`'\x41\u4e2d\U0001f41d\101\0'`, 'A中🐝A\0'],
    [String.raw`'\a\b\f\n\r\t\v\\\'\"'`, '\u0007\b\f\n\r\t\v\\\'"'],
    [String.raw`'\alpha \d \/'`, '\u0007lpha \\d /'], // what is no escape keeps its backslash
    ['-12', -12],
    ['1.5e3', 1_500],
    ['.5', 0.5],
    ['None', null],
    ['true', true],
    ['()', []],
    ["('a', 1,)", ['a', 1]],
    ['[ ]', []],
    ["{'a': {'b': [True, None]},}", { a: { b: [true, null] } }],
    [
      "{'__proto__': 'x', 'a': 1}",
      Object.fromEntries([
        ['__proto__', 'x'],
        ['a', 1],
      ]),
    ],
    [" { 'a' : 1 } ", { a: 1 }],
  ])('%s', (text, value) => {
    expect(plain(parsePythonLiteral(text))).toEqual(value);
  });

  it.each([
    ['', 0],
    ["'a", 2],
    ["'a\nb'", 2],
    [String.raw`'\x4'`, 1],
    [String.raw`'\U00110000'`, 11],
    ['{1: 2}', 1],
    ["{'a' 1}", 5],
    ["{'a': 1", 7],
    ['[1 2]', 3],
    ['exit()', 0],
    ["__import__('os')", 0],
    ["'a' 'b'", 4],
    ['['.repeat(50), 17],
    ["{'a': lambda: 1}", 6],
  ])('refuses %j at %i', (text, offset) => {
    expect(() => parsePythonLiteral(text)).toThrow(expect.objectContaining({ name: 'PythonLiteralError', offset }));
  });

  it('reads what Python prints, and JSON', () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (item) => {
        const expected: unknown = JSON.parse(JSON.stringify(item));
        expect(plain(parsePythonLiteral(repr(item)))).toEqual(expected);
        expect(plain(parsePythonLiteral(JSON.stringify(item)))).toEqual(expected);
      }),
    );
  });

  it('fails with its own error only', () => {
    const piece = fc.constantFrom(...`'"\\{}[]():, xu1N\n中`, 'None');
    const failure = (text: string) => {
      try {
        parsePythonLiteral(text);
        return null;
      } catch (error) {
        return error;
      }
    };
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const error = failure(text);
          expect(error === null || (error instanceof PythonLiteralError && error.offset <= text.length)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
