import { sha256 } from '@diglot/domain';
import { batchUploads } from './batch-uploads.ts';
import type { Upload } from './load-uploads.statement.ts';

const upload = (id: number, source: string, path: string, text = 'x'): Upload => {
  return { id: String(id), source, path, sha256: sha256(text), bytes: Buffer.from(text) };
};

test('uploads go by source, in their order', () => {
  const { ids, bySource } = batchUploads([upload(1, 'a', 'x'), upload(2, 'b', 'x'), upload(3, 'a', 'y')]);
  expect(ids).toEqual(['1', '2', '3']);
  expect([...bySource].map(([source, changes]) => [source, changes.map(({ path }) => path)])).toEqual([
    ['a', ['x', 'y']],
    ['b', ['x']],
  ]);
});

test('a second content of a place waits for the next transaction, and so does all that comes after it', () => {
  const { ids } = batchUploads([
    upload(1, 'a', 'x', 'A'),
    upload(2, 'a', 'y'),
    upload(3, 'a', 'x', 'B'),
    upload(4, 'a', 'z'),
  ]);
  expect(ids).toEqual(['1', '2']);
});

test('nothing gives nothing', () => {
  expect(batchUploads([])).toEqual({ ids: [], bySource: new Map() });
});
