import { Pool } from './pool.ts';
import type { Batch } from './run.ts';

const script = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (batch) => { ${body} });`)}`,
  );

const batch = (firstSeed: number): Batch => ({ variant: null, profile: 'kafka', firstSeed, runs: 1 });

describe('Pool', () => {
  it('gives every caller the findings of its own batch, with more batches than threads', async () => {
    const pool = new Pool(script('parentPort.postMessage([{ seed: batch.firstSeed, violations: [] }])'), 2);
    try {
      const seeds = Array.from({ length: 20 }, (_, seed) => seed);
      const found = await Promise.all(seeds.map((seed) => pool.run(batch(seed))));
      expect(found.flat().map(({ seed }) => seed)).toEqual(seeds);
    } finally {
      await pool.close();
    }
  });

  it('tells the caller when a thread fails', async () => {
    const pool = new Pool(script("throw new Error('no more memory')"), 1);
    try {
      await expect(pool.run(batch(0))).rejects.toThrow('no more memory');
    } finally {
      await pool.close();
    }
  });
});
