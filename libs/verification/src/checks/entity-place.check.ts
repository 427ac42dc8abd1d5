import type { Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';
import { nameKey, shapeOf, type LatinWord } from '../text/english.ts';
import { isKnown } from './entity.check.ts';
import type { Check, Finding } from './check.ts';

/** Names per sentence pair that are compared; more are a list. */
const MAX_NAMES = 24;
/** What a name in another's place proves: both ways, with the other lost altogether, in a definition, twice, and once. */
const SWAPPED = 0.85;
const REPLACED = 0.7;
const DEFINITION = 0.75;
const TWICE = 0.6;
const ONE_WAY = 0.5;

interface Place {
  readonly key: string;
  readonly word: LatinWord;
}

interface Mixup {
  readonly expected: Place;
  readonly found: Place;
}

/**
 * A name of the paper in the place of another one. Names are compared sentence by sentence: what one sentence has in
 * excess and lacks, and another the other way round, was swapped. Definitions, `long form (SHORT)`, are compared too.
 */
export const entityPlaceCheck: Check = {
  name: 'entity-place',
  version: '2',
  run(context: PairContext): readonly Finding[] {
    if (context.lexicon === null) return [];
    const mixups = context.beads.flatMap(({ source, target }) =>
      source === null || target === null ? [] : compare(context, source, target),
    );
    return judge(context, mixups);
  },
};

function compare(context: PairContext, source: Span, target: Span): Mixup[] {
  const expected = places(context.foldedSource, context.sourceWords, source);
  const found = places(context.foldedTarget, context.targetWords, target);
  if (expected.length > MAX_NAMES || found.length > MAX_NAMES) return [];
  const missing = without(expected, found);
  // `CONDOR` is there when the source says `condor`, and `AI` when it says `GenAI`.
  const said = new Set(context.sourceWords.filter((word) => isIn(word, source)).flatMap(({ text }) => keysOf(text)));
  const extra = without(found, expected).filter(({ key }) => !said.has(key));
  return missing.flatMap((lost) =>
    extra
      .filter(({ key }) => isDefinition(key) === isDefinition(lost.key) && !overlap(key, lost.key))
      .map((other) => ({ expected: lost, found: other })),
  );
}

const isIn = (word: LatinWord, [from, to]: Span): boolean => word.from >= from && word.to <= to;

/** A word and the capitals in it. */
const keysOf = (text: string): string[] => [text, ...(text.match(/[A-Z]{2,}(?![a-z])/gu) ?? [])].map(nameKey);

/** Names in a range; one that stands alone in brackets counts again as a definition. */
function places(text: string, words: readonly LatinWord[], range: Span): Place[] {
  const found: Place[] = [];
  for (const word of words) {
    if (!isIn(word, range) || !isName(word.text)) continue;
    const key = nameKey(word.text);
    found.push({ key, word });
    if (text[word.from - 1] === '(' && ')s,'.includes(text[word.to] ?? '-')) found.push({ key: `(${key})`, word });
  }
  return found;
}

/** Not `3D` and the like, which Chinese writes either way, nor the `URL` that arXiv prints for an address. */
const isName = (word: string): boolean =>
  /^\D./u.test(word) && word !== 'URL' && ['caps', 'mixed'].includes(shapeOf(word));
/** One name holds the other: `EdgeAI` and `AI`, `LLM` and `MLLM`. */
const overlap = (first: string, second: string): boolean => {
  const [one, other] = [bareKey(first), bareKey(second)];
  return one.includes(other) || other.includes(one);
};

const bareKey = (key: string): string => key.replaceAll(/[()]/gu, '');

const isDefinition = (key: string): boolean => key.startsWith('(');

function without(places: readonly Place[], others: readonly Place[]): Place[] {
  const known = new Set(others.map(({ key }) => key));
  const seen = new Set<string>();
  return places.filter(({ key }) => {
    if (known.has(key) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function judge(context: PairContext, mixups: readonly Mixup[]): Finding[] {
  const pairs = new Set(mixups.map(({ expected, found }) => `${expected.key}\n${found.key}`));
  const seen = new Set<string>();
  return mixups.flatMap((mixup) => {
    const { expected, found } = mixup;
    const id = `${expected.key}\n${found.key}`;
    // A name that the source lacks altogether is reported as such.
    if (seen.has(id) || !isKnown(context, found.word.text)) return [];
    seen.add(id);
    const times = mixups.filter((other) => other.expected.key === expected.key && other.found.key === found.key).length;
    const isMutual = pairs.has(`${found.key}\n${expected.key}`);
    return [finding(mixup, isMutual ? { kind: 'swapped', probability: SWAPPED } : certaintyOf(context, mixup, times))];
  });
}

interface Certainty {
  readonly kind: 'swapped' | 'replaced' | 'definition' | 'misplaced';
  readonly probability: number;
}

function certaintyOf(context: PairContext, { expected }: Mixup, times: number): Certainty {
  const key = bareKey(expected.key);
  const isLost = !context.squeezedTarget.includes(key);
  if (isLost)
    return { kind: 'replaced', probability: (context.lexicon?.retention(key) ?? 0.9) > 0.8 ? REPLACED : ONE_WAY };
  if (isDefinition(expected.key)) return { kind: 'definition', probability: DEFINITION };
  return { kind: 'misplaced', probability: times > 1 ? TWICE : ONE_WAY };
}

function finding({ expected, found }: Mixup, { kind, probability }: Certainty): Finding {
  return {
    code: 'entity',
    severity: 'major',
    probability,
    source: [[expected.word.from, expected.word.to]],
    target: [[found.word.from, found.word.to]],
    message: {
      en: `“${found.word.text}” stands where the source says “${expected.word.text}”.`,
      zh: `此处原文为“${expected.word.text}”，译文却是“${found.word.text}”。`,
    },
    evidence: { expected: expected.word.text, found: found.word.text, kind },
  };
}
