import type { PairContext } from '../context/pair-context.ts';
import { agree, powerOfTen, sameValueOtherUnit, type Quantity } from '../numbers/quantity.ts';
import { QuantityIndex } from '../numbers/quantity-index.ts';
import type { Check, Finding } from './check.ts';

/** Small whole numbers are often enumerators or paraphrased; losing one proves little. */
const SMALL = 10;
/** More differing numbers than this mean that the texts differ as a whole; the first ones are named. */
const MAX_REPORTED = 8;
/** Differing numbers that are matched up with each other. */
const MAX_COMPARED = 40;
/** Texts with more numbers are tables; their places are not compared. */
const MAX_PLACED = 200;

/**
 * Source: pofilter `numbers` and OpusFilter NonZeroNumerals, but in canonical value and unit (万/亿, K/M/B, %, 倍).
 * A number of one text must have an equal in the other; a lost one and a new one in the same place are one change.
 */
export const numberCheck: Check = {
  name: 'number',
  version: '2',
  run(context: PairContext): readonly Finding[] {
    const { sourceNumbers, targetNumbers } = context;
    const inTarget = new QuantityIndex(targetNumbers);
    const inSource = new QuantityIndex(sourceNumbers);
    const parted = sourceNumbers.filter((number) => isJoinedIn(number, inTarget));
    const missing = sourceNumbers
      .filter((number) => number.firm && !inTarget.has(number) && !isPartOf(number, parted))
      .slice(0, MAX_COMPARED);
    const added = targetNumbers.filter((number) => number.firm && !inSource.has(number)).slice(0, MAX_COMPARED);
    const pairs = pairUp(context, missing, added);
    const lone = missing.filter((number) => !pairs.some(({ expected }) => expected === number));
    const extra = added.filter((number) => !pairs.some(({ found }) => found === number));
    const findings = [
      ...pairs.map(({ expected, found }) => changed(context, expected, found)),
      ...extra.map((number) => newNumber(context, number)),
      ...lone.map((number) => lost(context, number)),
      ...(pairs.length + extra.length === 0 ? [...miscounted(context), ...moved(context)] : []),
    ];
    return findings.slice(0, MAX_REPORTED);
  },
};

/** `19, 682`, which the translation has as 19,682. */
function isJoinedIn({ joined, ...whole }: Quantity, target: QuantityIndex): boolean {
  return joined !== undefined && target.has({ ...whole, values: [joined.value] });
}

/** The `682` of it. More than a few such numbers are a table, whose numbers are compared one by one. */
function isPartOf(number: Quantity, parted: readonly Quantity[]): boolean {
  return parted
    .slice(0, MAX_COMPARED)
    .some(({ from, joined }) => from < number.from && number.from < (joined?.to ?? from));
}

interface Change {
  readonly expected: Quantity;
  readonly found: Quantity;
}

/** Joins what vanished with what appeared, first by equal value, then by a power of ten, then by place. */
function pairUp(context: PairContext, missing: readonly Quantity[], added: readonly Quantity[]): Change[] {
  const pairs: Change[] = [];
  const free = new Set(added);
  const rest = new Set(missing);
  const tests: ((expected: Quantity, found: Quantity) => boolean)[] = [
    sameValueOtherUnit,
    (expected, found) => powerOfTen(expected, found) !== null,
    (expected, found) => context.inSameBead(expected.from, found.from),
  ];
  for (const test of tests) {
    for (const expected of rest) {
      const found = [...free].find((candidate) => test(expected, candidate));
      if (found === undefined) continue;
      pairs.push({ expected, found });
      free.delete(found);
      rest.delete(expected);
    }
  }
  return pairs;
}

const clip = (text: string, { from, to }: Quantity): string => text.slice(from, Math.min(to, from + 40)).trim();

function changed({ source, target }: PairContext, expected: Quantity, found: Quantity): Finding {
  const was = clip(source, expected);
  const is = clip(target, found);
  const power = powerOfTen(expected, found);
  // "Better by 3.3" says not what of; a per cent sign may be right.
  const isUnitAdded =
    sameValueOtherUnit(expected, found) && expected.units[0] === 'none' && found.units[0] === 'percent';
  const factor = power === null ? '' : `: ×10${power === 1 ? '' : `^${power}`}`;
  return {
    code: 'number',
    severity: 'major',
    probability: isUnitAdded ? 0.55 : 0.9,
    source: [[expected.from, expected.to]],
    target: [[found.from, found.to]],
    message: { en: `Expected ${was}, found ${is}${factor}.`, zh: `应为 ${was}，译文为 ${is}${factor}。` },
    evidence: { expected: expected.values[0] ?? 0, found: found.values[0] ?? 0, kind: 'changed' },
  };
}

function newNumber({ source, target }: PairContext, number: Quantity): Finding {
  const text = clip(target, number);
  const inSource = source.includes(text);
  return {
    code: 'number',
    severity: 'major',
    probability: inSource ? 0.3 : 0.7,
    target: [[number.from, number.to]],
    message: { en: `${text} is not in the source.`, zh: `原文中没有 ${text}。` },
    evidence: { found: number.values[0] ?? 0, kind: 'added' },
  };
}

function lost({ source }: PairContext, number: Quantity): Finding {
  const text = clip(source, number);
  const value = number.values[0] ?? 0;
  const isSmall = Number.isInteger(value) && value <= SMALL && number.units[0] === 'none';
  return {
    code: 'number',
    severity: isSmall ? 'minor' : 'major',
    probability: isSmall ? 0.3 : 0.55,
    source: [[number.from, number.to]],
    message: { en: `${text} is missing.`, zh: `译文缺少 ${text}。` },
    evidence: { expected: value, kind: 'missing' },
  };
}

const ENUMERATOR = /\((\d{1,2})\)|(?<![\d.\p{L}(])(\d{1,2})\)/gu;

interface Enumerator {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const enumerators = (text: string): Enumerator[] =>
  Array.from(text.matchAll(ENUMERATOR), ({ index, 0: all, 1: first, 2: second }) => ({
    value: Number(first ?? second),
    from: index,
    to: index + all.length,
  }));

const isCounting = (list: readonly Enumerator[]): boolean => list.every(({ value }, index) => value === index + 1);

/** The source counts (1) (2) (3), the translation does not: values alone would find 2 and 3 somewhere. */
function miscounted({ foldedSource, foldedTarget }: PairContext): Finding[] {
  const source = enumerators(foldedSource);
  const target = enumerators(foldedTarget);
  if (source.length < 2 || source.length !== target.length || !isCounting(source) || isCounting(target)) return [];
  const index = target.findIndex(({ value }, at) => value !== at + 1);
  const [expected, found] = [source[index], target[index]];
  if (expected === undefined || found === undefined) return [];
  return [
    {
      code: 'number',
      severity: 'major',
      probability: 0.85,
      source: [[expected.from, expected.to]],
      target: [[found.from, found.to]],
      message: {
        en: `Item ${expected.value} is numbered ${found.value}.`,
        zh: `第 ${expected.value} 项被编号为 ${found.value}。`,
      },
      evidence: { expected: expected.value, found: found.value, kind: 'changed' },
    },
  ];
}

/** A number that the bead of its sentence lacks, while another one is there that its source sentence lacks. */
function moved(context: PairContext): Finding[] {
  const { sourceNumbers, targetNumbers } = context;
  if (context.lexicon === null || targetNumbers.length > MAX_PLACED || sourceNumbers.length > MAX_PLACED) return [];
  const misplaced = targetNumbers.filter(
    (number) =>
      number.firm &&
      !sourceNumbers.some((other) => agree(other, number) && context.inSameBead(other.from, number.from)),
  );
  return misplaced.flatMap((found) => {
    const expected = sourceNumbers.find(
      (number) =>
        number.firm &&
        context.inSameBead(number.from, found.from) &&
        !targetNumbers.some((other) => agree(number, other) && context.inSameBead(number.from, other.from)),
    );
    if (expected === undefined) return [];
    return [{ ...changed(context, expected, found), probability: 0.5 }];
  });
}
