import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { DiglotError } from '@diglot/domain';
import { readDigest } from '../read-digest.ts';
import { AFTER, BEFORE, printBlock } from '../spec-support/blocks.ts';
import { runSteps } from '../steps.ts';
import { mayBeOdd } from '../text/may-be-odd.ts';
import { findOddCharacters } from '../text/odd-characters.ts';
import { findInvalidUtf8 } from './invalid-utf8.ts';
import { SourceText } from './source-text.ts';

/** A character that UTF-16 has two units for. */
const BEYOND_PLANE_ZERO = /[\u{10000}-\u{10ffff}]/u;

function refusal(bytes: Uint8Array): DiglotError {
  try {
    readDigest(bytes, { path: 'spec.md' });
  } catch (error) {
    if (error instanceof DiglotError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

const isValid = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe('encoding', () => {
  it('accepts a BOM', () => {
    const withBom = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(BEFORE)]);
    expect(readDigest(withBom, { path: '' })).toEqual(readDigest(Buffer.from(BEFORE), { path: '' }));
    expect(readDigest(Buffer.from([0xef, 0xbb, 0xbf]), { path: '' }).kind).toBe('empty');
  });

  it('accepts any Uint8Array, also a part of a larger one', () => {
    const bytes = new TextEncoder().encode(`xx${BEFORE}`).subarray(2);
    expect(readDigest(bytes, { path: '' }).entries).toHaveLength(1);
  });

  it('names file, line, column and byte offset of what is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('# 标题é🐝 '), Buffer.from([0xc3, 0x28]), Buffer.from('\nmore')]);
    const error = refusal(Buffer.concat([Buffer.from(BEFORE), bytes]));
    const offset = Buffer.byteLength(BEFORE) + Buffer.byteLength('# 标题é🐝 ');
    expect(error.code).toBe('DIGLOT_DIGEST_ENCODING');
    expect(error.place).toEqual({ file: 'spec.md', line: 14, column: 9 });
    expect(error.detail).toContain(`offset ${offset} `);
    expect(error.detail).toContain('0xc3');
  });

  it('counts the offset from the beginning of the file, BOM included, and the column without it', () => {
    const error = refusal(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff]));
    expect(error.place).toMatchObject({ line: 1, column: 2 });
    expect(error.detail).toContain('offset 4 ');
  });

  it.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['an overlong form of three bytes', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a byte that UTF-8 never has', [0xff]],
    ['a cut sequence', [0xe4, 0xb8]],
    ['Latin-1', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]],
    ['GB 18030', [0xd6, 0xd0, 0xce, 0xc4]],
  ])('refuses %s', (_, bytes) => {
    expect(refusal(Buffer.concat([Buffer.from(BEFORE), Buffer.from(bytes), Buffer.from(AFTER)])).code).toBe(
      'DIGLOT_DIGEST_ENCODING',
    );
  });

  it('finds the place where the platform gives up, and nothing in what it accepts', () => {
    const mixed = fc
      .array(
        fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.string({ unit: 'binary', maxLength: 4 }).map((text) => Buffer.from(text)),
        ),
        { maxLength: 8 },
      )
      .map((parts) => Buffer.concat(parts));
    fc.assert(
      fc.property(mixed, (bytes) => {
        const offset = runSteps(findInvalidUtf8(bytes))?.offset ?? bytes.length;
        const sequences = [1, 2, 3, 4].map((length) => bytes.subarray(offset, offset + length));
        expect(isValid(bytes.subarray(0, offset))).toBe(true);
        expect(sequences.some((sequence) => sequence.length > 0 && isValid(sequence))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('binary data', () => {
  it.each([
    ['gzip', gzipSync(BEFORE)],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['PDF', Buffer.from('%PDF-1.7\n')],
    ['UTF-16', Buffer.from(BEFORE, 'utf16le')],
    ['UTF-16 with a BOM', Buffer.from(`\ufeff${BEFORE}`, 'utf16le')],
    ['UTF-16 of Chinese alone', Buffer.from('\ufeff关于蜜蜂的札记', 'utf16le')],
    ['UTF-16 with the other BOM', Buffer.from('\ufeff关于蜜蜂的札记', 'utf16le').swap16()],
    ['a torn write that left zeros', Buffer.concat([Buffer.from(BEFORE), Buffer.alloc(4_096)])],
  ])('%s is refused as such', (_, bytes) => {
    const error = refusal(bytes);
    expect(error.code).toBe('DIGLOT_DIGEST_BINARY');
    expect(error.place.file).toBe('spec.md');
  });

  it('a NUL or two do not make a text binary', () => {
    const file = readDigest(Buffer.from(BEFORE + printBlock({ abstract: 'a\0b\0c' })), { path: '' });
    expect(file.entries[1]?.abstract.en).toBe('a\u{fffd}b\u{fffd}c');
  });
});

describe('decoding', () => {
  const piece = fc.oneof(
    fc.constantFrom('a', '\n', '\t', ' ', '~', 'é', '中', '，', '🐝', '\u{fffd}', '\u{10ffff}', '\u0800', '\u07ff'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const decode = (bytes: Uint8Array) => runSteps(SourceText.fromBytes(bytes, { path: '' }));

  it('decodes what is UTF-8 as the platform does, and passes over nothing odd', () => {
    fc.assert(
      fc.property(fc.string({ unit: piece }), (text) => {
        // So long that a few zeros do not make it binary.
        const bytes = Buffer.from('x'.repeat(2_000) + text);
        const source = decode(Buffer.from(bytes));
        expect(source.text).toBe(bytes.toString());
        const isOdd = findOddCharacters(source.text, false).length > 0;
        expect(source.mayBeOdd).toBe(isOdd || BEYOND_PLANE_ZERO.test(source.text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([0, 1, 2, 3])('knows every odd character by its bytes, wherever they stand (%i)', (shift) => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const bytes = Buffer.from(`xxxx${'a'.repeat(shift)}${character}é，bb`).subarray(4);
      const isOdd = findOddCharacters(bytes.toString(), false).length > 0;
      if (mayBeOdd(bytes) !== isOdd) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4, 5])('decodes what it takes in windows, whatever stands at their edges (%i)', (shift) => {
    const text = 'a'.repeat(shift) + '中🐝é'.repeat(300_000);
    const source = decode(Buffer.from(text));
    expect(source.text === text).toBe(true);
    expect(source.mayBeOdd).toBe(true);
    expect(decode(Buffer.from('a'.repeat(shift) + '中文，é'.repeat(300_000))).mayBeOdd).toBe(false);
  });
});
