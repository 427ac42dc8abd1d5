/** A Latin word with its offsets; the hyphens of a compound part it. */
export interface LatinWord {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Longer runs of letters are data, not words. */
const LONGEST = 64;
const WORD =
  /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f][A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]*(?:'[a-z]{1,2}(?![A-Za-z]))?|(?<![0-9])[0-9]{1,20}[A-Za-z][A-Za-z0-9]*/gu;

/** Latin words of a folded text in order: `fine-tuned` is two, `GPT4` and `3D` are one, LaTeX commands are none. */
export function latinWords(text: string): LatinWord[] {
  const words: LatinWord[] = [];
  for (const match of text.matchAll(WORD)) {
    if (match[0].length > LONGEST || text[match.index - 1] === '\\') continue;
    words.push({ from: match.index, to: match.index + match[0].length, text: match[0] });
  }
  return words;
}

/**
 * Key by which the spellings of one name are the same: without case, accents, genitive and plural. The s of `LMS` is no
 * plural, that of `LMSs` is.
 */
export function nameKey(word: string): string {
  const singular = /'s$|[^S]s$|Ss$/u.test(word) ? word.replace(/'?s$/u, '') : word;
  return singular.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

const DOUBLED = /([bdgklmnprt])\1$/u;
const VOWEL = /[aeiouy]/u;

/**
 * Stem of an English word: plural, -ed, -ing, -ly and a final e fall off. Much lighter than Porter's (1980), whose longer
 * suffixes join words that Chinese keeps apart (general, generate).
 */
export function stem(word: string): string {
  let base = word.toLowerCase();
  if (base.length > 2 && base.at(-2) === "'") base = base.slice(0, -2);
  if (base.length <= 3) return base;
  base = withoutPlural(base);
  base = withoutEnding(base);
  if (base.length > 3 && base.endsWith('e')) base = base.slice(0, -1);
  return base.length > 3 && base.endsWith('y') && !VOWEL.test(base.at(-2) ?? '') ? `${base.slice(0, -1)}i` : base;
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(?:sse|xe|che|she|zze)s$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function withoutEnding(word: string): string {
  if (word.endsWith('ly') && word.length > 5) return withoutEnding(word.slice(0, -2));
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  if (ending === 0) return word;
  const base = word.slice(0, -ending);
  if (base.length < 3 || !VOWEL.test(base)) return word;
  return DOUBLED.test(base) && !base.endsWith('ll') ? base.slice(0, -1) : base;
}

/** Words that carry grammar only; their translation is everywhere or nowhere. Negations are not among them. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for with from into onto as is are was were be been being am do does did done have has had ' +
    'having and or but so yet if then than that this these those it its itself they them their we our us i you your he ' +
    'she his her which who whom whose what when where while how why can could may might must shall should will would ' +
    'such also there here both each all any some more most other another via per about upon within between among over under ' +
    'through during after before up out off own same too very s t re ve ll d m'
  ).split(' '),
);

/** How a Latin word is written; names are told from words by it. */
export type WordShape = 'caps' | 'mixed' | 'title' | 'lower';

export function shapeOf(word: string): WordShape {
  const bare = word.replace(/'?s$/u, '');
  if (/[0-9]/u.test(bare) || /[a-z][A-Z]|[A-Z]{2}.*[a-z]/u.test(bare)) return 'mixed';
  if (bare.length > 1 && bare === bare.toUpperCase()) return 'caps';
  return /^[A-Z\u00c0-\u00de]/u.test(bare) ? 'title' : 'lower';
}
