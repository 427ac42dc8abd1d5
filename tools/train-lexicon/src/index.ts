export { pairsOf, readDigestPairs, type PaperPair } from './digest-pairs.ts';
export { excludedIds } from './excluded-ids.ts';
