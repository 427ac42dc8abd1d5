import type { Span } from '@diglot/domain';
import type { LinkedWord } from './links.ts';

/** Most sentence groups per side: their sets are bits of one number. Real abstracts have at most 25 sentences. */
export const MAX_GROUPS = 31;

/** Groups `[from, to)` of either side that belong together; an empty range has no counterpart. */
export interface BeadRange {
  readonly source: Span;
  readonly target: Span;
  /** Log-likelihood ratio of the words that found a counterpart or missed it, without prior and length. */
  readonly evidence: number;
}

/** Sentences taken per side, with the negative log of how common that is (Gale and Church 1993, table 5, refitted). */
const MOVES: readonly (readonly [source: number, target: number, cost: number])[] = [
  [1, 1, 0.1],
  [2, 1, 2.6],
  [1, 2, 2.6],
  [2, 2, 4.5],
  [3, 1, 4.5],
  [1, 3, 4.5],
  [1, 0, 4],
  [0, 1, 4],
];

/** Standard deviation of the logarithm of the length ratio within a bead; measured on 1-1 beads. */
const LENGTH_DEVIATION = 0.32;
const LENGTH_FLOOR = -5;
/** Words of a sentence vouch for each other, so their evidence counts less than its sum. */
const DEPENDENCE = 0.5;

/** Length of each group in characters. */
export interface GroupLengths {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/**
 * The best monotone pairing of sentence groups by words and length (dynamic programming after Gale and Church).
 * With at most {@link MAX_GROUPS} groups its time is linear in the words.
 */
export function alignGroups(words: GroupedWords, lengths: GroupLengths): BeadRange[] {
  const rows = lengths.source.length;
  const columns = lengths.target.length;
  const expected = total(lengths.target) / Math.max(1, total(lengths.source));
  const forward = rangeEvidence(words.source, rows, columns);
  const backward = rangeEvidence(words.target, columns, rows);
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width).fill(-Infinity);
  const moveTo = new Int8Array((rows + 1) * width).fill(-1);
  const evidenceTo = new Float64Array((rows + 1) * width);
  best[0] = 0;
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column <= columns; column += 1) {
      const here = best[row * width + column] ?? -Infinity;
      if (here > -Infinity) MOVES.forEach((_, move) => relax(row, column, move, here));
    }
  }
  return readPath();

  function relax(row: number, column: number, move: number, here: number): void {
    const [down, right, cost] = MOVES[move] as (typeof MOVES)[number];
    const toRow = row + down;
    const toColumn = column + right;
    if (toRow > rows || toColumn > columns) return;
    const isPair = down > 0 && right > 0;
    const evidence = isPair ? forward(row, toRow, column, toColumn) + backward(column, toColumn, row, toRow) : 0;
    const length = isPair ? lengthEvidence(lengths, [row, toRow], [column, toColumn], expected) : 0;
    const value = here - cost + DEPENDENCE * evidence + length;
    const at = toRow * width + toColumn;
    if (value <= (best[at] ?? -Infinity)) return;
    best[at] = value;
    moveTo[at] = move;
    evidenceTo[at] = evidence;
  }

  function readPath(): BeadRange[] {
    const beads: BeadRange[] = [];
    let row = rows;
    let column = columns;
    while (row > 0 || column > 0) {
      const at = row * width + column;
      const [down, right] = MOVES[moveTo[at] ?? 0] as (typeof MOVES)[number];
      beads.push({ source: [row - down, row], target: [column - right, column], evidence: evidenceTo[at] ?? 0 });
      row -= down;
      column -= right;
    }
    return beads.reverse();
  }
}

/** Words by their group. */
export interface GroupedWords {
  readonly source: readonly (readonly LinkedWord[])[];
  readonly target: readonly (readonly LinkedWord[])[];
}

/** Longest range of groups that a move takes. */
const MAX_RANGE = 3;
type RangeEvidence = (from: number, to: number, otherFrom: number, otherTo: number) => number;

/** What the words of a range of groups say about a range of the other side; each group and range is summed up once. */
function rangeEvidence(groups: readonly (readonly LinkedWord[])[], size: number, others: number): RangeEvidence {
  const table = new Float64Array(size * others * MAX_RANGE);
  for (let group = 0; group < size; group += 1) {
    for (const word of groups[group] ?? []) {
      for (let start = 0; start < others; start += 1) {
        let isFound = false;
        for (let length = 0; length < MAX_RANGE; length += 1) {
          isFound ||= (word.mask & (1 << (start + length))) !== 0;
          const at = (group * others + start) * MAX_RANGE + length;
          table[at] = (table[at] ?? 0) + (isFound ? word.found : word.missing);
        }
      }
    }
  }
  return (from, to, otherFrom, otherTo) => {
    let sum = 0;
    for (let group = from; group < to; group += 1) {
      sum += table[(group * others + otherFrom) * MAX_RANGE + otherTo - otherFrom - 1] ?? 0;
    }
    return sum;
  };
}

/** No words known: only lengths count. */
export const NO_WORDS: GroupedWords = { source: [], target: [] };

/** The bits of a range of groups. */
export const bits = ([from, to]: Span): number => (to - from >= 32 ? -1 : ((1 << (to - from)) - 1) << from);

export function byGroup(words: readonly LinkedWord[], groups: number): LinkedWord[][] {
  const result: LinkedWord[][] = Array.from({ length: groups }, () => []);
  for (const word of words) result[word.group]?.push(word);
  return result;
}

function lengthEvidence(lengths: GroupLengths, source: Span, target: Span, expected: number): number {
  const from = sum(lengths.source, source);
  const to = sum(lengths.target, target);
  const deviation = Math.log((to + 3) / (from * expected + 3)) / LENGTH_DEVIATION;
  return Math.max(LENGTH_FLOOR, 1 - (deviation * deviation) / 2);
}

function sum(lengths: readonly number[], [from, to]: Span): number {
  let result = 0;
  for (let index = from; index < to; index += 1) result += lengths[index] ?? 0;
  return result;
}

const total = (lengths: readonly number[]): number => sum(lengths, [0, lengths.length]);
