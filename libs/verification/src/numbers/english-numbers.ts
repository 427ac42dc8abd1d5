import { literals, unitAt } from './literals.ts';
import type { Quantity, Unit } from './quantity.ts';

const SCALES = new Map<string, number>([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['t', 1e12],
  ['lakh', 1e5],
  ['crore', 1e7],
]);
/** A scale word, or a scale letter directly at the digits. */
const SCALE =
  /^(?:[\s~\\,{}$-]{0,3}([Hh]undred|[Tt]housand|[Mm]illion|[Bb]illion|[Tt]rillion|lakh|crore|bn|mn)s?\b|[\s~-]?\$?([KMBT]|k)(?![A-Za-z0-9]))/u;

/** Small numbers that Chinese may write in digits, characters or not at all. */
const WORDS = new Map<string, readonly number[]>([
  ['zero', [0]],
  ...spelled('one single once sole solo mono uni first i an a another each', [1]),
  ...spelled(
    'two both twice double doubled doubles doubling dual pair pairs pairwise couple second secondly bi binary twofold ii half either',
    [2],
  ),
  ...spelled('three thrice triple tripled tri third thirdly threefold iii ternary trio', [3]),
  ...spelled('four fourth quadruple quad quarter fourfold iv', [4]),
  ...spelled('five fifth fivefold v', [5]),
  ...spelled('six sixth sixfold vi', [6]),
  ...spelled('seven seventh vii', [7]),
  ...spelled('eight eighth viii', [8]),
  ...spelled('nine ninth ix', [9]),
  ...spelled('ten tenth tenfold decade decades tens x', [10]),
  ...spelled('eleven eleventh november', [11]),
  ...spelled('twelve twelfth dozen dozens december', [12]),
  ...spelled('thirteen', [13]),
  ...spelled('fourteen', [14]),
  ...spelled('fifteen', [15]),
  ...spelled('sixteen', [16]),
  ...spelled('seventeen', [17]),
  ...spelled('eighteen', [18]),
  ...spelled('nineteen', [19]),
  ...spelled('twenty twentieth', [20]),
  ...spelled('thirty', [30]),
  ...spelled('forty', [40]),
  ...spelled('fifty', [50]),
  ...spelled('sixty', [60]),
  ...spelled('seventy', [70]),
  ...spelled('eighty', [80]),
  ...spelled('ninety', [90]),
  ...spelled('hundred hundreds century centuries', [100]),
  ...spelled('thousand thousands', [1000]),
  ...spelled('million millions', [1e6]),
  ...spelled('billion billions', [1e9]),
  ...spelled('trillion', [1e12]),
  ...spelled('january', [1]),
  ...spelled('february', [2]),
  ...spelled('march', [3]),
  ...spelled('april', [4]),
  ...spelled('may', [5]),
  ...spelled('june', [6]),
  ...spelled('july', [7]),
  ...spelled('august', [8]),
  ...spelled('september', [9]),
  ...spelled('october', [10]),
]);
const FRACTIONS = new Map([
  ['half', 0.5],
  ['third', 1 / 3],
  ['quarter', 0.25],
]);

function spelled(words: string, values: readonly number[]): [string, readonly number[]][] {
  return words.split(' ').map((word) => [word, values]);
}

const WORD = /[A-Za-z]+/gu;
const LIST_GAP = /^[\s${}]*(?:-{1,3}|~|\/|,|to|and|or|,\s*and|,\s*or|\\sim|\\to|\\rightarrow|→|±|\\pm)[\s${}]*$/u;
/** Of a percentage or of a scale, as Chinese must decide: 18 points. */
const POINTS = /^[\s$-]*(?:absolute )?(?:points?|pp|p\.p\.)(?![A-Za-z])/u;
/** The second year of `2020-24`. */
const YEAR_BEFORE = /(?:^|\D)((?:19|20)\d\d)[-/]$/u;

/** The numbers of a folded English text. */
export function englishNumbers(text: string): Quantity[] {
  return [...distribute(text, text.length < 3 ? [] : digitNumbers(text)), ...wordNumbers(text)];
}

interface Numeral extends Quantity {
  readonly value: number;
  readonly scale: number;
  readonly unit: Unit;
}

function digitNumbers(text: string): Numeral[] {
  return literals(text).map((literal) => {
    const scaleMatch = SCALE.exec(text.slice(literal.to, literal.to + 12));
    const scale = SCALES.get((scaleMatch?.[1] ?? scaleMatch?.[2] ?? '').toLowerCase()) ?? 1;
    const scaleEnd = literal.to + (scaleMatch?.[0].length ?? 0);
    const { unit, to } = unitAt(text, scaleEnd);
    const decade =
      /^(?:1[5-9]|20)\d0$/u.test(text.slice(literal.from, literal.to)) && /^'?s/u.test(text.slice(literal.to));
    const values = [literal.value * scale, ...literal.others.map((other) => other * scale)];
    if (decade) values.push(literal.value % 100);
    const { from, joined } = literal;
    if (joined) values.push(joined.value);
    const year = literal.value < 100 ? YEAR_BEFORE.exec(text.slice(Math.max(0, from - 6), from))?.[1] : undefined;
    if (year !== undefined) values.push(Number(year) - (Number(year) % 100) + literal.value);
    const isPoints = unit === 'none' && POINTS.test(text.slice(to, to + 20));
    const units: Unit[] = [isPoints ? 'points' : unit];
    if (joined?.isPercent) units.push('percent');
    // Kept as it stands: "7B" in both texts.
    const firm = !literal.inName;
    return { from, to, value: literal.value, scale, unit, values, units, firm, ...(joined ? { joined } : {}) };
  });
}

/** In `10-20 %` and `1, 8 and 46.7 billion` what stands at the last number may hold for the ones before. */
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

/** Spelled numbers: soft, since either text may write them in words, in digits, or not at all. */
function wordNumbers(text: string): Quantity[] {
  const found: Quantity[] = [];
  let previous: { end: number; value: number } | null = null;
  for (const match of text.matchAll(WORD)) {
    const word = match[0].toLowerCase();
    const values = WORDS.get(word);
    if (values === undefined) continue;
    const from = match.index;
    const to = from + word.length;
    const value = values[0] ?? 0;
    const readings = [...values];
    if (previous && from - previous.end <= 2) readings.push(previous.value + value, previous.value * value);
    const fraction = FRACTIONS.get(word.replace(/s$/u, ''));
    if (fraction !== undefined) readings.push(fraction, fraction * 100, (previous?.value ?? 1) * fraction);
    found.push({ from, to, values: readings, units: ['none', 'times', 'percent'], firm: false });
    previous = { end: to, value: readings.at(previous && from - previous.end <= 2 ? -1 : 0) ?? value };
  }
  return found;
}
