import { FUNCTION_WORDS, latinWords, shapeOf, type Lexicon, type LexiconData } from '@diglot/verification';
import { beadsOf, textOf } from './lexical-beads.ts';
import type { TokenisedPair } from './tokenise.ts';

const MIN_OCCURRENCES = 3;
const PRIOR_OCCURRENCES = 3;

interface Use {
  seen: number;
  kept: number;
  shape: string;
}

/** P(a Latin word stays as it is), by word, and by shape (`<caps>` …) for words never seen. */
export function measureRetention(pairs: readonly TokenisedPair[], lexicon: Lexicon): LexiconData['kept'] {
  const uses = new Map<string, Use>();
  for (const pair of pairs) {
    for (const { source, target } of beadsOf(pair, lexicon)) {
      const english = textOf(pair.source, pair.sourceGroups, source);
      const chinese = textOf(pair.target, pair.targetGroups, target);
      if (english !== '' && chinese !== '') countUses(uses, english, chinese);
    }
  }
  const shapes = byShape(uses);
  const chanceOfShape = new Map([...shapes].map(([shape, use]) => [shape, use.kept / use.seen]));
  const rows = [...uses]
    .filter(([, use]) => use.seen >= MIN_OCCURRENCES)
    .map(([word, use]): [string, number] => {
      const prior = chanceOfShape.get(use.shape) ?? 0;
      return [word, Math.round((255 * (use.kept + PRIOR_OCCURRENCES * prior)) / (use.seen + PRIOR_OCCURRENCES))];
    });
  const shapeRows = [...chanceOfShape].map(([shape, chance]): [string, number] => [
    `<${shape}>`,
    Math.round(255 * chance),
  ]);
  return [...shapeRows, ...rows].sort(([first], [second]) => (first < second ? -1 : 1));
}

function countUses(uses: Map<string, Use>, english: string, chinese: string): void {
  const present = new Set(latinWords(chinese).map(({ text }) => singular(text)));
  const seen = new Set<string>();
  for (const { text } of latinWords(english)) {
    const word = text.toLowerCase();
    if (FUNCTION_WORDS.has(word) || seen.has(word)) continue;
    seen.add(word);
    const use = uses.get(word) ?? { seen: 0, kept: 0, shape: shapeOf(text) };
    use.seen += 1;
    if (present.has(singular(text))) use.kept += 1;
    uses.set(word, use);
  }
}

const singular = (word: string): string => word.toLowerCase().replace(/'?s$/u, '');

function byShape(uses: ReadonlyMap<string, Use>): Map<string, { seen: number; kept: number }> {
  const shapes = new Map<string, { seen: number; kept: number }>();
  for (const use of uses.values()) {
    const sum = shapes.get(use.shape) ?? { seen: 0, kept: 0 };
    // Each word counts once however frequent, since the shape stands for words never seen.
    sum.seen += 1;
    sum.kept += use.kept / use.seen;
    shapes.set(use.shape, sum);
  }
  return shapes;
}
