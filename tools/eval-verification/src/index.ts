export { compare, type Change, type StoredReport } from './compare.ts';
export { evaluate, type Evaluation } from './evaluate.ts';
export { areaUnderCurve, shareOf, thresholdFor, type Share } from './statistics.ts';
