import { literals, unitAt } from './literals.ts';
import type { Quantity, Unit } from './quantity.ts';

const SCALES = new Map<string, number>([
  ['十', 10],
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
]);
const DIGITS = new Map(
  Array.from('零〇一二两三四五六七八九').map((digit, index) => [
    digit,
    index < 2 ? 0 : ([1, 2, 2, 3, 4, 5, 6, 7, 8, 9][index - 2] ?? 0),
  ]),
);
const HAN_NUMBER = /[零〇一二两三四五六七八九十百千万亿半双]+/gu;
/** 千克 and 兆字节 are units, not thousands and millions of something (SI prefixes, GB 3100). */
const SCALE_AFTER =
  /^(?: ?(?:多|余|几|来)?(?!千(?:克|米|瓦|卡|赫|帕|伏|焦|字节|比特)|兆(?:瓦|赫|帕|焦|字节|比特)|百帕)([十百千万萬亿億兆]{1,2})(?!分之|[级一])|[\s-]?\$?([KMBT]|k)(?![A-Za-su-z0-9]|t(?!oken)))/u;
const LETTER_SCALES = new Map([
  ['K', 1e3],
  ['k', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
]);
const LIST_GAP = /^[\s${}]*(?:-{1,3}|~|\/|,|到|至|和|或|及|与|,?以及|\\sim|→|±|\\pm|\\to)[\s${}]*$/u;

/** The numbers of a folded Chinese text. */
export function chineseNumbers(text: string): Quantity[] {
  return [...distribute(text, digitNumbers(text)), ...hanNumbers(text)];
}

interface Numeral extends Quantity {
  readonly value: number;
  readonly scale: number;
  readonly unit: Unit;
}

function digitNumbers(text: string): Numeral[] {
  return literals(text).map((literal) => {
    const after = SCALE_AFTER.exec(text.slice(literal.to, literal.to + 6));
    const scale = after === null ? 1 : scaleOf(after[1] ?? '', after[2]);
    const scaleEnd = literal.to + (after?.[0].length ?? 0);
    const percent = /百分之\s*$/u.test(text.slice(Math.max(0, literal.from - 5), literal.from));
    const { unit: unitAfter, to } = unitAt(text, scaleEnd);
    const unit = percent ? 'percent' : unitAfter;
    const values = [literal.value * scale, ...literal.others.map((other) => other * scale), ...calendar(text, literal)];
    return { from: literal.from, to, value: literal.value, scale, unit, values, units: [unit], firm: true };
  });
}

function scaleOf(characters: string, letter: string | undefined): number {
  if (letter !== undefined) return LETTER_SCALES.get(letter) ?? 1;
  return Array.from(characters).reduce((scale, character) => scale * (SCALES.get(character) ?? 1), 1);
}

/** `20世纪90年代` is the 1990s, `90年代` may be, `21世纪` is the 21st century. */
function calendar(text: string, { from, to, value }: { from: number; to: number; value: number }): number[] {
  const century = /(\d{1,2})世纪\s?$/u.exec(text.slice(Math.max(0, from - 6), from));
  if (text.startsWith('年代', to)) {
    return century ? [(Number(century[1]) - 1) * 100 + value] : [1900 + value, 2000 + value];
  }
  if (!text.startsWith('世纪', to)) return [];
  const decade = /^(\d0)年代/u.exec(text.slice(to + 2, to + 7));
  return decade ? [(value - 1) * 100 + Number(decade[1])] : [(value - 1) * 100];
}

function distribute(text: string, numerals: readonly Numeral[]): Quantity[] {
  const result: Numeral[] = [...numerals];
  for (let index = result.length - 2; index >= 0; index -= 1) {
    const here = result[index] as Numeral;
    const next = result[index + 1] as Numeral;
    if (here.scale !== 1 && here.unit !== 'none') continue;
    if (!LIST_GAP.test(text.slice(here.to, Math.min(next.from, here.to + 20)))) continue;
    const scale = here.scale === 1 ? next.scale : here.scale;
    const unit = here.unit === 'none' ? next.unit : here.unit;
    const values = scale === here.scale ? here.values : [...here.values, here.value * scale];
    const units = unit === here.unit ? here.units : [...here.units, unit];
    result[index] = { ...here, values, units, scale, unit };
  }
  return result;
}

/** Numbers in characters: soft, since 一 and 两 are everywhere, yet they prove that a number of the source is there. */
function hanNumbers(text: string): Quantity[] {
  const found: Quantity[] = [];
  let denominator: { end: number; value: number } | null = null;
  for (const match of text.matchAll(HAN_NUMBER)) {
    const from = match.index;
    const to = from + match[0].length;
    const value = readHan(match[0]);
    const values = [value];
    let units: readonly Unit[] = ['none', 'times'];
    if (denominator && denominator.end === from) {
      values.push(value / denominator.value, denominator.value);
      if (denominator.value === 100) units = ['percent'];
    }
    if (match[0] === '半') values.push(0.5, 50);
    if (match[0] === '双') values.push(2);
    if (text.startsWith('成', to)) values.push(value * 10, value / 10);
    found.push({ from, to, values, units: units.length === 1 ? units : ['none', 'times', 'percent'], firm: false });
    denominator = text.startsWith('分之', to) ? { end: to + 2, value } : null;
  }
  return found;
}

/** 一百二十三 is 123, 二零二四 is 2024; linear. */
export function readHan(characters: string): number {
  if (/^[零〇一二两三四五六七八九]+$/u.test(characters)) {
    return Number(
      Array.from(characters)
        .map((digit) => DIGITS.get(digit) ?? 0)
        .join('')
        .slice(0, 15),
    );
  }
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of characters) {
    const scale = SCALES.get(character);
    if (scale === undefined) digit = DIGITS.get(character) ?? (character === '双' ? 2 : 0);
    else if (scale < 1e4) {
      section += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    } else {
      total = (total + section + digit === 0 ? 1 : total + section + digit) * scale;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}
