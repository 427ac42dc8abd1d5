import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { VERDICTS, type Span } from '@diglot/domain';
import { LEXICON_URL, createVerifier, loadLexicon, type Pair, type Verifier } from '@diglot/verification';
import type { Figures, Fuzz, FuzzOptions } from '../fuzz.ts';
import { growthOf, WORST_GROWTH, type Growing } from '../growth.ts';
import { pair, pairOf, shape, type Shape } from './pairs.ts';

/** One shape for so many pairs. */
const PAIRS_PER_SHAPE = 500;
const LENGTH = 30_000;
/** A time this short says nothing; milliseconds. */
const SHORTEST = 2;

const verify = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });

/** Odd pairs: a verdict, never an exception, spans inside of the texts, the same twice, and time linear in the length. */
export const verificationFuzz: Fuzz = {
  summary: 'odd pairs of texts: a verdict and never an exception, spans inside of the texts, linear time',
  run: async (options) => ({ ...fuzzPairs(options), ...fuzzGrowth(options) }),
};

/** @throws Error with the smallest pair that breaks something */
export function fuzzPairs({ runs, seed, say }: FuzzOptions): Figures {
  const verdicts = { accept: 0, flag: 0, retranslate: 0 };
  fc.assert(
    fc.property(pair, (each) => {
      verdicts[checkPair(verify, each)] += 1;
    }),
    { numRuns: runs, seed },
  );
  for (const [verdict, count] of Object.entries(verdicts)) say(`${verdict.padEnd(14)}${count}`);
  return { runs, ...verdicts };
}

function checkPair(judge: Verifier, each: Pair): (typeof VERDICTS)[number] {
  const { verdict, score, issues } = judge(each);
  const isIn = ([from, to]: Span, text: string): boolean => from >= 0 && from <= to && to <= text.length;
  for (const { code, source, target, probability } of issues) {
    const inside = source.every((span) => isIn(span, each.source)) && target.every((span) => isIn(span, each.target));
    if (!inside) throw new Error(`${code}: a span leaves its text`);
    if (!(probability >= 0 && probability <= 1)) throw new Error(`${code}: a probability of ${probability}`);
  }
  if (!(score >= 0 && score <= 100)) throw new Error(`a score of ${score}`);
  const again = judge(each);
  if (JSON.stringify(again.issues) !== JSON.stringify(issues)) throw new Error('not the same twice');
  return verdict;
}

/** @throws Error with the smallest shape whose time grows faster than its length */
export function fuzzGrowth({ runs, seed, say }: FuzzOptions): Figures {
  const shapes = Math.ceil(runs / PAIRS_PER_SHAPE);
  let worst = 0;
  fc.assert(
    fc.property(shape, (each) => {
      const growth = growthOf(verifying(each));
      worst = Math.max(worst, growth);
      if (growth > WORST_GROWTH) throw new Error(`twice the length takes ${growth.toFixed(1)} times as long`);
    }),
    { numRuns: shapes, seed },
  );
  say(`${shapes} shapes: twice the length takes at most ${worst.toFixed(2)} times as long`);
  return { shapes, worstGrowth: Number(worst.toFixed(2)) };
}

/** Verifying a pair of that shape. */
function verifying(each: Shape): Growing {
  const workOf = (length: number): (() => void) => {
    const grown = pairOf(each, length);
    return () => void verify(grown);
  };
  return { workOf, length: LENGTH, shortest: SHORTEST };
}
