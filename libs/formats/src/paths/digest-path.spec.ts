import fc from 'fast-check';
import { digestDateFromPath, digestSectionFromPath } from './digest-path.ts';

describe('digestDateFromPath', () => {
  it.each([
    ['4-Mar-2025/AI/README.md', '2025-03-04'],
    ['4-Mar-2025/topic/Multimodal_related_papers.md', '2025-03-04'],
    ['4-Mar-2025__topic__LLM_related_papers.md', '2025-03-04'],
    ['archive/04-March-2025/README.md', '2025-03-04'],
    ['28-SEP-2025.md', '2025-09-28'],
    ['2025-03-04/AI.md', '2025-03-04'],
    ['2025-03-04T06-00-00Z.md', '2025-03-04'],
    ['digest-20250304.md', '2025-03-04'],
    ['2024-01-01/5-Nov-2025/AI/README.md', '2025-11-05'], // the innermost part decides
    ['29-Feb-2024/AI/README.md', '2024-02-29'],
    ['31-Feb-2025_or_1-Mar-2025.md', '2025-03-01'], // a day that does not exist is none
  ])('%s is %s', (path, date) => {
    expect(digestDateFromPath(path)).toBe(date);
  });

  it.each([
    '',
    'README.md',
    'AI/README.md',
    '29-Feb-2025/AI/README.md',
    '0-Mar-2025/AI/README.md',
    '4-Foo-2025/AI/README.md',
    '2025-13-01.md',
    '2025-0304.md',
    '12345678.md', // no month 56
    '16180304.md', // a year before arXiv
    '120250304.md', // part of a longer number
    '2503.01715.md',
    'x4-Mar-2025x/AI/README.md',
  ])('%j names no day', (path) => {
    expect(digestDateFromPath(path)).toBeNull();
  });

  it('reads every day of the usual folders back', () => {
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const days = fc.date({ min: new Date('1991-08-14'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const folder = `${day.getUTCDate()}-${names[day.getUTCMonth()]}-${day.getUTCFullYear()}`;
        const iso = day.toISOString().slice(0, 10);
        expect(digestDateFromPath(`${folder}/AI/README.md`)).toBe(iso);
        expect(digestDateFromPath(`feed/${iso}.xml`)).toBe(iso);
        expect(digestDateFromPath(`feed/${iso.replaceAll('-', '')}.xml`)).toBe(iso);
      }),
    );
  });
});

describe('digestSectionFromPath', () => {
  it.each([
    ['4-Mar-2025/AI/README.md', { kind: 'category', name: 'AI' }],
    ['mirror/4-Mar-2025/RO/README.md', { kind: 'category', name: 'RO' }],
    ['4-Mar-2025__IR__README.md', { kind: 'category', name: 'IR' }],
    ['4-Mar-2025/topic/Multimodal_related_papers.md', { kind: 'topic', name: 'Multimodal' }],
    ['4-Mar-2025__topic__LLMs-as-Judges_related_papers.md', { kind: 'topic', name: 'LLMs-as-Judges' }],
  ])('%s', (path, section) => {
    expect(digestSectionFromPath(path)).toEqual(section);
  });

  it.each(['README.md', '4-Mar-2025/README.md', 'AI/README.md', 'Multimodal/README.md', 'notes/ai/README.md', ''])(
    '%j has none',
    (path) => {
      expect(digestSectionFromPath(path)).toBeNull();
    },
  );
});
