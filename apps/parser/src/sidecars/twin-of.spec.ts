import { isSidecar, Twins, type LiveFile } from './twin-of.ts';

const digest = (path: string): LiveFile => ({ path, kind: 'digest' });
const twinOf = (sidecar: string, ...paths: string[]) => new Twins(paths.map(digest)).of(sidecar)?.path ?? null;

it.each([
  ['4-Mar-2025/AI/papers.jsonl', '4-Mar-2025/AI/README.md'],
  ['4-Mar-2025__AI__papers.jsonl', '4-Mar-2025__AI__README.md'],
  ['papers.jsonl', 'readme.md'],
  ['4-Mar-2025/topic/LLM_related_papers.jsonl', '4-Mar-2025/topic/LLM_related_papers.md'],
  ['2025-03-04.json', '2025-03-04.MD'],
])('the twin of %s is %s', (sidecar, path) => {
  expect(twinOf(sidecar, 'other/README.md', path, '4-Mar-2025/RO/README.md')).toBe(path);
});

it.each([
  ['4-Mar-2025/AI/papers.jsonl', '4-Mar-2025/README.md'],
  ['4-Mar-2025/AI/papers.jsonl', '5-Mar-2025/AI/README.md'],
  ['4-Mar-2025/AI/notes.jsonl', '4-Mar-2025/AI/README.md'],
])('%s has no twin in %s', (sidecar, path) => {
  expect(twinOf(sidecar, path)).toBeNull();
});

it('prefers the same name, and takes no index table and no sidecar for a digest', () => {
  expect(twinOf('AI/papers.jsonl', 'AI/README.md', 'AI/papers.md')).toBe('AI/papers.md');
  const files = [
    { path: 'AI/README.md', kind: 'index-table' },
    { path: 'AI/papers.json', kind: 'empty' },
  ];
  expect(new Twins(files).of('AI/papers.jsonl')).toBeNull();
});

it('an empty file is a sidecar by its name, and otherwise an empty digest', () => {
  expect(isSidecar({ path: 'AI/papers.jsonl', kind: 'empty' })).toBe(true);
  expect(isSidecar({ path: 'AI/README.md', kind: 'empty' })).toBe(false);
  expect(isSidecar({ path: 'odd-name.txt', kind: 'sidecar' })).toBe(true);
  expect(isSidecar({ path: 'data.jsonl', kind: 'digest' })).toBe(false);
});
