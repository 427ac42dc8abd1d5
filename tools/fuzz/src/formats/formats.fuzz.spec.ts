import { checkFile } from './check-file.ts';
import { fuzzFiles } from './formats.fuzz.ts';
import { SEEDS } from './seeds.ts';

/** `npm run fuzz -- formats` does the same at length. */
it('mutated files are read or refused, with places in the file, and nothing is invented', () => {
  const { runs: _runs, ...outcomes } = fuzzFiles({ runs: 1_500, seed: 20_251_104, say: () => {} });
  // A run in which everything was refused, or nothing ever was, would show nothing.
  expect(Object.keys(outcomes).toSorted()).toEqual(['digest', 'empty', 'index-table', 'refused', 'sidecar']);
});

it('a block that begins behind the byte order mark of a joined file has its place there', () => {
  const [seed = ''] = SEEDS;
  expect(checkFile(Buffer.from(`${seed}\n\uFEFF${seed}`))).toBe('digest');
});

it('every seed is what it is meant to be', () => {
  expect(SEEDS.map((seed) => checkFile(Buffer.from(seed)))).toEqual([
    'digest',
    'digest',
    'digest',
    'digest',
    'index-table',
    'sidecar',
    'digest',
    'empty',
  ]);
});
