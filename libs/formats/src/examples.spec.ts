import { readFileSync } from 'node:fs';
import { digestDateFromPath, digestSectionFromPath } from './paths/digest-path.ts';
import { readDigest } from './read-digest.ts';
import { renderDigest } from './readers/digest/render-digest.ts';

/** What examples/README.md tells the reader, held to the files. */
const EXAMPLES = [
  { path: '4-Nov-2025/AI/README.md', entries: 6, section: 'AI', date: '2025-11-04' },
  { path: '4-Nov-2025/RO/README.md', entries: 5, section: 'RO', date: '2025-11-04' },
  { path: '4-Nov-2025/topic/Multimodal_related_papers.md', entries: 3, section: 'Multimodal', date: '2025-11-04' },
  { path: '4-Nov-2025/topic/CV_related_papers.md', entries: 0, section: 'CV', date: '2025-11-04' },
  { path: '5-Nov-2025/AI/README.md', entries: 5, section: 'AI', date: '2025-11-05' },
  { path: '4-Nov-2025/IR/README.md', entries: 4, section: 'IR', date: '2025-11-04' },
] as const;

const bytesOf = (path: string) => readFileSync(new URL(`../../../examples/digests/${path}`, import.meta.url));
const read = (path: string) => readDigest(bytesOf(path), { path });

describe('the example digests', () => {
  it.each(EXAMPLES)('$path holds $entries entries of $section', ({ path, entries, section, date }) => {
    const file = read(path);
    expect(file.kind).toBe(entries === 0 ? 'empty' : 'digest');
    expect(file.entries).toHaveLength(entries);
    expect(digestDateFromPath(path)).toBe(date);
    expect(digestSectionFromPath(path)?.name).toBe(section);
  });

  it('print 22 papers, one of them twice in other words', () => {
    const entries = EXAMPLES.flatMap(({ path }) => read(path).entries);
    const twice = entries.filter(({ arxivId }) => arxivId === '2511.90105');
    expect(entries).toHaveLength(23);
    expect(new Set(entries.map(({ arxivId }) => arxivId)).size).toBe(22);
    expect(new Set(twice.map(({ abstract }) => abstract.zh)).size).toBe(2);
    expect(new Set(twice.map(({ abstract }) => abstract.en)).size).toBe(1);
  });

  it('have one broken block, and no other fault', () => {
    expect(EXAMPLES.flatMap(({ path }) => read(path).diagnostics)).toEqual([
      expect.objectContaining({ code: 'DIGLOT_BLOCK_BAD_LINK', severity: 'error', line: 33, field: 'link' }),
    ]);
  });

  it('are in the canonical form', () => {
    const whole = EXAMPLES.filter(({ path }) => path !== '5-Nov-2025/AI/README.md');
    for (const { path } of whole) expect(renderDigest(read(path).entries)).toBe(bytesOf(path).toString('utf8'));
  });

  it('have Chinese everywhere but in IR', () => {
    const withoutChinese = EXAMPLES.flatMap(({ path, section }) =>
      read(path)
        .entries.filter(({ title, abstract }) => title.zh === null || abstract.zh === null)
        .map(() => section),
    );
    expect(withoutChinese).toEqual(['IR', 'IR', 'IR', 'IR']);
  });
});
