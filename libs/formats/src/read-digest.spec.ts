import { DiglotError } from '@diglot/domain';
import { parseDigest, readDigest } from './read-digest.ts';
import { AFTER, BEFORE } from './spec-support/blocks.ts';

function refusal(text: string): DiglotError {
  try {
    parseDigest(text, { path: 'notes/today.md' });
  } catch (error) {
    if (error instanceof DiglotError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('readDigest', () => {
  it('reads bytes as parseDigest reads their text', () => {
    const text = BEFORE + AFTER;
    expect(readDigest(Buffer.from(text), { path: 'a.md' })).toEqual(parseDigest(text, { path: 'b.md' }));
  });

  it('gives the same result every time: nothing is remembered', () => {
    const bytes = Buffer.from(BEFORE + AFTER);
    expect(readDigest(bytes, { path: 'a.md' })).toEqual(readDigest(bytes, { path: 'a.md' }));
  });
});

describe('a text of no known format', () => {
  it.each([
    ['# 4-Nov-2025', 'first line "# 4-Nov-2025"; headings # ×1; no bold labels'], // header-only
    ['\n\nSome notes.\n## A\n### B\n## C', 'first line "Some notes."; headings ## ×2, ### ×1; no bold labels'],
    ['# A\n\n**Titel**: x\n**Autoren**: y', 'bold labels Titel, Autoren, none of a digest'],
    ['# A\r\r**Authors**: x\r', 'its lines end with a carriage return alone'],
    ['{"title": "x"}', 'first line "{\\"title\\": \\"x\\"}"; no headings'],
    [`${'x'.repeat(10_000)}`, `first line "${'x'.repeat(80)}"`],
  ])('%j is refused, saying what was found', (text, found) => {
    const error = refusal(text);
    expect(error.code).toBe('DIGLOT_DIGEST_UNKNOWN_FORMAT');
    expect(error.detail).toContain(found);
    expect(error.place.file).toBe('notes/today.md');
  });

  it('points at the first line that holds something', () => {
    expect(refusal('\n \nSome notes.').place).toEqual({ file: 'notes/today.md', line: 3, column: 1 });
  });
});
