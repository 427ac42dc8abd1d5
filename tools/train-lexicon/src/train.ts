import { encodeLexicon, loadLexicon, type Lexicon, type LexiconData } from '@diglot/verification';
import { measureCover } from './cover.ts';
import { IbmModel1, type NumberBead } from './ibm-model1.ts';
import { beadsOf, textOf } from './lexical-beads.ts';
import { measureRetention } from './retention.ts';
import { contentStems, wordIds, type TokenisedPair } from './tokenise.ts';
import { buildVocabulary, type Vocabulary } from './vocabulary.ts';

const ITERATIONS = 5;
/** A link is kept when the product of both probabilities and the expected count reach these. */
const MIN_PRODUCT = 0.00005;
const MIN_COUNT = 1;
const MAX_LINKS = 40;
/** A word must follow the stem at least this many times as often as it stands in any bead; 的 follows everything. */
const MIN_LIFT = 1.5;
/** Before anything is measured: a translated word is found in four of five sentences, by chance in one of ten. */
const ASSUMED_COVER = [204, 26] as const;

/** Trains everything the lexicon file holds. */
export function train(pairs: readonly TokenisedPair[], log: (line: string) => void): LexiconData {
  const vocabulary = buildVocabulary(pairs);
  log(`${vocabulary.words.length} words, ${vocabulary.stems.length} stems`);
  const bare = asLexicon({ ...withoutMeasures(vocabulary), links: vocabulary.stems.map(() => []) });
  const first = trainLinks(pairs, vocabulary, bare, (pair) => beadsOf(pair, null), log);
  const rough = asLexicon({ ...withoutMeasures(vocabulary), links: first });
  const links = trainLinks(pairs, vocabulary, bare, (pair) => beadsOf(pair, rough), log);
  const linked = { ...withoutMeasures(vocabulary), links };
  const cover = measureCover(pairs, asLexicon(linked), vocabulary);
  log('measured how often words find their translations');
  const covered = { ...linked, ...cover };
  return { ...covered, kept: measureRetention(pairs, asLexicon(covered)) };
}

const asLexicon = (data: LexiconData): Lexicon => loadLexicon(encodeLexicon(data, 1));

function withoutMeasures({ words, wordCounts, stems }: Vocabulary): Omit<LexiconData, 'links'> {
  return {
    words,
    wordCounts,
    stems,
    stemCover: stems.map(() => ASSUMED_COVER),
    wordCover: words.map(() => ASSUMED_COVER),
    kept: [],
  };
}

function trainLinks(
  pairs: readonly TokenisedPair[],
  vocabulary: Vocabulary,
  dictionary: Lexicon,
  align: (pair: TokenisedPair) => ReturnType<typeof beadsOf>,
  log: (line: string) => void,
): number[][] {
  const beads: NumberBead[] = [];
  for (const pair of pairs) {
    for (const { source, target } of align(pair)) {
      const english = textOf(pair.source, pair.sourceGroups, source);
      const chinese = textOf(pair.target, pair.targetGroups, target);
      const stems = contentStems(english, chinese)
        .map((key) => dictionary.stemId(key))
        .filter((id) => id !== undefined);
      const words = wordIds(chinese, dictionary);
      if (stems.length > 0 && words.length > 0 && words.length < 200) beads.push({ stems, words });
    }
  }
  log(`${beads.length} beads`);
  const model = new IbmModel1(beads, { stems: vocabulary.stems.length, words: vocabulary.words.length });
  for (let iteration = 1; iteration <= ITERATIONS; iteration += 1) {
    model.iterate();
    log(`iteration ${iteration} of ${ITERATIONS}`);
  }
  return prune(model, vocabulary.stems.length, shareOfBeads(beads, vocabulary.words.length), log);
}

/** In which share of the beads each word occurs. */
function shareOfBeads(beads: readonly NumberBead[], words: number): Float64Array {
  const counts = new Float64Array(words);
  for (const bead of beads) for (const word of new Set(bead.words)) counts[word] = (counts[word] ?? 0) + 1;
  return counts.map((count) => count / beads.length);
}

function prune(model: IbmModel1, stems: number, shares: Float64Array, log: (line: string) => void): number[][] {
  const kept: { word: number; weight: number }[][] = Array.from({ length: stems }, () => []);
  for (const { stem, word, forward, backward, count } of model.cells()) {
    const weight = forward * backward;
    const lift = forward / Math.max(1e-9, shares[word] ?? 0);
    if (weight >= MIN_PRODUCT && count >= MIN_COUNT && lift >= MIN_LIFT) kept[stem]?.push({ word, weight });
  }
  const links = kept.map((cells) =>
    cells
      .sort((first, second) => second.weight - first.weight)
      .slice(0, MAX_LINKS)
      .map(({ word }) => word)
      .sort((first, second) => first - second),
  );
  log(`${links.reduce((sum, ids) => sum + ids.length, 0)} links`);
  return links;
}
