import { entrySubject } from '../paper/entry.ts';
import { parseArxivReference } from './arxiv-id.ts';
import { isEventId, isSha256 } from './hashes.ts';
import { sha256 } from './text-hash.ts';

test('sha256 of text is that of its UTF-8 bytes', () => {
  expect(sha256('好')).toBe(sha256(Buffer.from('好')));
  expect(isSha256(sha256(''))).toBe(true);
  expect(isSha256(sha256('').toUpperCase())).toBe(false);
});

test('an event id is a UUID in lower case', () => {
  expect(isEventId('6f1c8a52-7d0e-5b4e-9c33-0d1b7e3a4f60')).toBe(true);
  for (const text of ['', '6F1C8A52-7D0E-5B4E-9C33-0D1B7E3A4F60', 'urn:uuid:6f1c8a52-7d0e-5b4e-9c33-0d1b7e3a4f60']) {
    expect(isEventId(text)).toBe(false);
  }
});

test('the subjects of two entries differ if any part does', () => {
  const reference = parseArxivReference('2503.01715');
  if (!reference) throw new Error('not an id');
  const key = { source: 'a', path: 'b/c.md', arxivId: reference.id, ordinal: 1 };
  const others = [{ source: 'ab' }, { path: 'c.md' }, { ordinal: 11 }];
  expect(new Set([key, ...others.map((other) => ({ ...key, ...other }))].map(entrySubject)).size).toBe(4);
});
