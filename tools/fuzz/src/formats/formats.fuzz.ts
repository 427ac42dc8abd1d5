import fc from 'fast-check';
import type { Figures, Fuzz, FuzzOptions } from '../fuzz.ts';
import { growthOf, WORST_GROWTH } from '../growth.ts';
import { checkFile, type Outcome } from './check-file.ts';
import { reading, shape } from './growth.ts';
import { damage, inflict, mutate, mutation } from './mutations.ts';
import { SEEDS } from './seeds.ts';

const MOST_MUTATIONS = 12;
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** One shape for so many files. */
const FILES_PER_SHAPE = 1_000;

/** A file that was made of one of ours by some changes. */
const file: fc.Arbitrary<Buffer> = fc
  .record({
    seed: fc.constantFrom(...SEEDS),
    changes: fc.array(mutation, { minLength: 1, maxLength: MOST_MUTATIONS }),
    hit: damage,
  })
  .map(({ seed, changes, hit }) => {
    const text = changes.reduce(mutate, seed.split('\n')).join('\n').replaceAll(LONE_SURROGATE, '\u{fffd}');
    const bytes = Buffer.from(text);
    return hit === null ? bytes : inflict(bytes, hit);
  });

/** Mutated digests, index tables and sidecars: no crash, no hang, every place in the file, nothing invented. */
export const formatsFuzz: Fuzz = {
  summary:
    'mutated digests, index tables and sidecars: no crash, no hang, nothing invented, the same when printed again',
  run: async (options) => ({ ...fuzzFiles(options), ...fuzzGrowth(options) }),
};

/** @throws Error with the smallest file that breaks something */
export function fuzzFiles({ runs, seed, say }: FuzzOptions): Figures {
  const outcomes = new Map<Outcome, number>();
  fc.assert(
    fc.property(file, (bytes) => {
      const outcome = checkFile(bytes);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: runs, seed },
  );
  for (const [outcome, count] of outcomes) say(`${outcome.padEnd(14)}${count}`);
  return { runs, ...Object.fromEntries(outcomes) };
}

/** @throws Error with the smallest shape whose time grows faster than its length */
export function fuzzGrowth({ runs, seed, say }: FuzzOptions): Figures {
  const shapes = Math.ceil(runs / FILES_PER_SHAPE);
  let worst = 0;
  fc.assert(
    fc.property(shape, (each) => {
      const growth = growthOf(reading(each));
      worst = Math.max(worst, growth);
      if (growth > WORST_GROWTH) throw new Error(`twice the length takes ${growth.toFixed(1)} times as long`);
    }),
    { numRuns: shapes, seed },
  );
  say(`${shapes} shapes: twice the length takes at most ${worst.toFixed(2)} times as long`);
  return { shapes, worstGrowth: Number(worst.toFixed(2)) };
}
