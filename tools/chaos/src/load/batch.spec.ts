import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDigest } from '@diglot/formats';
import { temporaryFolder } from '@diglot/testing';
import { planBatch, writeBatch } from './batch.ts';

const SIZE = { digests: 3, papersEach: 4 };

it('gives every batch papers of its own', () => {
  const batches = Array.from({ length: 500 }, (_, number) => planBatch(number, SIZE).papers).flat();
  expect(new Set(batches).size).toBe(500 * 12);
  expect(batches.every((id) => /^\d{4}\.\d{5}$/.test(id))).toBe(true);
});

it('prints each of its papers in two digests, and leaves no unfinished file', async () => {
  const folder = await temporaryFolder('batch');
  try {
    const batch = planBatch(7, SIZE);
    await writeBatch(folder.path, batch, SIZE);
    const files = (await readdir(folder.path, { recursive: true })).filter((name) => name.includes('batch'));
    expect(files).toHaveLength(SIZE.digests);
    const texts = await Promise.all(files.map((file) => readFile(join(folder.path, file), 'utf8')));
    const ids = texts.flatMap(idsOf);
    expect(ids.toSorted()).toEqual([...batch.papers, ...batch.papers].toSorted());
    expect(ids).toHaveLength(batch.entries);
  } finally {
    await folder.remove();
  }
});

function idsOf(text: string): string[] {
  const file = parseDigest(text, { path: 'batch.md' });
  return file.kind === 'digest' ? file.entries.map(({ arxivId }) => arxivId) : [];
}
