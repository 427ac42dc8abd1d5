import fc from 'fast-check';
import { ancestors, childPath, readName } from './path-rules.ts';

describe('readName', () => {
  test.each([
    'a.md',
    'with space.md',
    '4-Mar-2025',
    '论文.md',
    'é.md',
    'e\u0301.md',
    '😀.md',
    '\uFEFF.md',
    'back\\slash.md',
  ])('%j is usable as it is', (name) => expect(readName(Buffer.from(name))).toEqual({ text: name, usable: true }));

  test.each([
    ['a line feed', Buffer.from('a\nb.md'), String.raw`a\x0ab.md`],
    ['a terminal escape', Buffer.from('\u001B[2J.md'), String.raw`\x1b[2J.md`],
    ['a C1 control', Buffer.from('\u0085.md'), String.raw`\xc2\x85.md`],
    ['a delete', Buffer.from('\u007F.md'), String.raw`\x7f.md`],
    ['Latin-1', Buffer.from([0x65, 0xe9, 0x2e, 0x6d, 0x64]), String.raw`e\xe9.md`],
    ['GBK', Buffer.from([0xc2, 0xdb, 0xce, 0xc4, 0x2e, 0x6d, 0x64]), String.raw`\xc2\xdb\xce\xc4.md`],
    ['a cut character', Buffer.from([0xe8, 0xae, 0x2e, 0x6d, 0x64]), String.raw`\xe8\xae.md`],
    ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80]), String.raw`\xed\xa0\x80`],
    ['a backslash beside it', Buffer.from('\\x0a\n'), String.raw`\x5cx0a\x0a`],
  ])('%s is unusable and shown with escapes', (_, bytes, text) => {
    expect(readName(bytes)).toEqual({ text, usable: false });
  });

  const byteNames = fc.uint8Array({ minLength: 1, maxLength: 24 });

  test('what is shown never holds a control character, and is well-formed', () => {
    fc.assert(
      fc.property(byteNames, (bytes) => {
        const { text } = readName(bytes);
        expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      }),
    );
  });

  test('different names are shown differently when both are unusable', () => {
    fc.assert(
      fc.property(byteNames, byteNames, (a, b) => {
        const [first, second] = [readName(a), readName(b)];
        fc.pre(!first.usable && !second.usable);
        expect(first.text === second.text).toBe(Buffer.from(a).equals(b));
      }),
    );
  });

  test('a usable name is exactly its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const bytes = Buffer.from(name);
        const read = readName(bytes);
        expect(!read.usable || Buffer.from(read.text).equals(bytes)).toBe(true);
      }),
    );
  });
});

test('childPath joins with a slash, except below the root', () => {
  expect(childPath('', 'a.md')).toBe('a.md');
  expect(childPath('a/b', 'c.md')).toBe('a/b/c.md');
});

test('ancestors are the folders above, nearest first', () => {
  expect([...ancestors('a/b/c.md')]).toEqual(['a/b', 'a']);
  expect([...ancestors('c.md')]).toEqual([]);
});
