import type { PairContext } from '../context/pair-context.ts';
import { nameKey, shapeOf, stem, type LatinWord } from '../text/english.ts';
import type { Check, Finding } from './check.ts';

/** Names that stay as they are less often than this may be translated or left out. */
const KEPT_AT_LEAST = 0.8;
/** Distinct names that are looked at; a text with more is a list. */
const MAX_NAMES = 200;

/** `20B`, `3D`: the rule for numbers compares them. */
const AMOUNT = /^\d+[KMBTkxXDd]?$/u;

/** Names are left out or translated for so many reasons that a weaker suspicion only disturbs. */
const WORTH_TELLING = 0.45;

/** Without a lexicon only the shape speaks; measured over all names of the training pairs. */
const SHAPE_RETENTION = { caps: 0.94, mixed: 0.92, title: 0.35, lower: 0.04 } as const;

/**
 * Names, acronyms and models: what the source calls by a Latin name the translation calls so too, and it names nothing
 * else. Source: pofilter `acronyms`, weighed by how often each name stays as it is.
 */
export const entityCheck: Check = {
  name: 'entity',
  version: '2',
  run(context: PairContext): readonly Finding[] {
    if (context.targetMeasure.han === 0) return [];
    const foreign = foreignNames(context);
    const lost = lostNames(context, foreign.length > 0);
    const told = lost.filter(({ probability }) => probability >= WORTH_TELLING);
    return [...foreign.map((word) => foreignName(context, word, lost.length > 0)), ...told];
  },
};

/** Names of the translation that the source lacks, each once. */
function foreignNames(context: PairContext): LatinWord[] {
  const seen = new Set<string>();
  return context.targetWords.filter((word) => {
    const key = nameKey(word.text);
    const shape = shapeOf(word.text);
    if (shape === 'lower' || key.length < 2 || AMOUNT.test(word.text) || seen.has(key) || seen.size >= MAX_NAMES)
      return false;
    seen.add(key);
    return !isKnown(context, word.text) && !(shape === 'title' && isSpelledOut(context, word));
  });
}

/** Part of the long form of an acronym that the source has (`Signed Distance Function` for `SDF`). */
function isSpelledOut({ targetWords, foldedTarget, sourceKeys }: PairContext, word: LatinWord): boolean {
  const at = targetWords.indexOf(word);
  const run = targetWords.slice(Math.max(0, at - 5), at + 6).filter(({ from, to }) => {
    const between = from < word.from ? foldedTarget.slice(to, word.from) : foldedTarget.slice(word.to, from);
    return from === word.from || /^[A-Za-z -]*$/u.test(between);
  });
  const initials = run.map(({ text }) => (text[0] ?? '').toLowerCase()).join('');
  for (let from = 0; from < initials.length; from += 1) {
    for (let to = from + 2; to <= initials.length; to += 1) if (sourceKeys.has(initials.slice(from, to))) return true;
  }
  return false;
}

/** In the source as a word, as a part of one, across a hyphen, or as the initials of a phrase. */
export function isKnown(context: PairContext, word: string): boolean {
  const key = nameKey(word);
  if (context.sourceKeys.has(key) || context.sourceStems.has(stem(word))) return true;
  if ((key.length >= 3 || /\d/u.test(key)) && context.squeezedSource.includes(key)) return true;
  return isAcronymOf(word, context);
}

/**
 * Whether capitals spell the initials of neighbouring source words (`ASR`: automatic speech recognition). Two letters
 * occur by chance, so such an acronym must be a common one.
 */
function isAcronymOf(word: string, { sourceInitials, lexicon }: PairContext): boolean {
  const letters = nameKey(word);
  const isAcronym = shapeOf(word) === 'caps' || /^[a-z][A-Z]{2,}$/u.test(word);
  if (!isAcronym || letters.length > 6 || !sourceInitials.includes(letters)) return false;
  return letters.length > 2 || (lexicon?.retention(letters) ?? 0) > 0;
}

function foreignName({ target }: PairContext, { from, to, text }: LatinWord, hasLost: boolean): Finding {
  const shape = shapeOf(text);
  const sure = shape === 'title' ? 0.55 : 0.7;
  return {
    code: 'entity',
    severity: 'major',
    probability: hasLost ? 0.9 : sure,
    target: occurrences(target, text, [from, to]),
    message: { en: `The source does not mention “${text}”.`, zh: `原文没有提到“${text}”。` },
    evidence: { name: text, kind: 'foreign' },
  };
}

function occurrences(text: string, name: string, first: [number, number]): [number, number][] {
  const spans: [number, number][] = [first];
  for (let at = text.indexOf(name, first[1]); at >= 0 && spans.length < 20; at = text.indexOf(name, at + name.length)) {
    spans.push([at, at + name.length]);
  }
  return spans;
}

function lostNames(context: PairContext, hasForeign: boolean): Finding[] {
  const seen = new Map<string, LatinWord[]>();
  for (const word of context.sourceWords) {
    if (shapeOf(word.text) === 'lower' || word.text.length < 2 || AMOUNT.test(word.text)) continue;
    if (seen.size >= MAX_NAMES) break;
    const key = nameKey(word.text);
    const places = seen.get(key);
    if (places) places.push(word);
    else seen.set(key, [word]);
  }
  return [...seen].flatMap(([key, places]) => lostName(context, key, places, hasForeign));
}

function lostName(context: PairContext, key: string, places: readonly LatinWord[], hasForeign: boolean): Finding[] {
  const [first] = places;
  if (first === undefined) return [];
  const retention = retentionOf(context, first.text);
  if (retention < KEPT_AT_LEAST || context.squeezedTarget.includes(key.replaceAll(/[^\p{L}\p{N}]/gu, ''))) return [];
  if (places.every((place) => isTranslated(context, place)) || isSpelledInChinese(context, first.text)) return [];
  // A name that the source defines in brackets may be written out each time; used only there, nothing is lost with it.
  const isDefined = places.some(
    ({ from, to }) => context.foldedSource[from - 1] === '(' && context.foldedSource[to] === ')',
  );
  const isAside = isDefined && places.length === 1;
  const certainty = hasForeign ? 0.85 : lostCertainty(context, first, { retention, isDefined, times: places.length });
  return [
    {
      code: 'entity',
      severity: isAside ? 'minor' : 'major',
      probability: isAside ? 0.3 : certainty,
      source: places.slice(0, 20).map(({ from, to }): [number, number] => [from, to]),
      message: { en: `“${first.text}” is missing.`, zh: `译文缺少“${first.text}”。` },
      evidence: { name: first.text, kind: 'missing', retention: Number(retention.toFixed(2)) },
    },
  ];
}

/** What Chinese writes in its own words as often as not, though the lexicon takes the letters for another word. */
const IN_CHINESE: ReadonlyMap<string, RegExp> = new Map([
  ['US', /美/u],
  ['USA', /美国/u],
  ['UK', /英国/u],
  ['EU', /欧盟|欧洲/u],
  ['UN', /联合国/u],
  ['kWh', /千瓦时|度电/u],
  ['Wh', /瓦时/u],
  ['GHz', /吉赫|千兆赫/u],
  ['MHz', /兆赫/u],
  ['kHz', /千赫/u],
  ['dB', /分贝/u],
  ['mAh', /毫安时/u],
  ['VMs', /虚拟机/u],
  ['AGI', /通用人工智能|通用智能/u],
  ['F1score', /F1/u],
  ['F1Score', /F1/u],
]);

const isSpelledInChinese = ({ foldedTarget }: PairContext, name: string): boolean =>
  IN_CHINESE.get(name)?.test(foldedTarget) ?? false;

interface LostName {
  readonly retention: number;
  readonly isDefined: boolean;
  readonly times: number;
}

/** How surely a lost name is a defect; in a title nothing else carries it, least of all before a colon. */
function lostCertainty(context: PairContext, word: LatinWord, { retention, isDefined, times }: LostName): number {
  const pieces = camelPieces(word.text);
  const isRenderedWhole = pieces.length > 1 && pieces.every((piece) => isRendered(context, piece));
  if (context.genre === 'title') {
    const isBeforeColon = word.from < 30 && /^[\w.+-]*\s?:/u.test(context.foldedSource.slice(word.to, word.to + 40));
    // The name of a system stands before the colon and stays; `EdgeAI` may become 边缘AI.
    if (isBeforeColon)
      return pieces.some((piece) => context.squeezedTarget.includes(piece)) && isRenderedWhole ? 0.35 : 0.75;
    if (isRenderedWhole) return 0.35;
    return shapeOf(word.text) === 'mixed' && !/^\d/u.test(word.text) ? 0.6 : 0.42;
  }
  if (isRenderedWhole) return 0.35;
  if (isDefined || retention <= 0.9) return 0.42;
  return times > 1 || isLostVersion(context, word) ? 0.6 : 0.42;
}

/** `GPT-4o` became `GPT-4`: the name is there, its version is not. */
function isLostVersion({ foldedSource, squeezedTarget }: PairContext, { from, text }: LatinWord): boolean {
  if (!/\d/u.test(text) || foldedSource[from - 1] !== '-') return false;
  const name = /[A-Za-z]{2,}$/u.exec(foldedSource.slice(Math.max(0, from - 20), from - 1))?.[0];
  return name !== undefined && squeezedTarget.includes(name.toLowerCase());
}

/** The translation has the word itself or a translation of it. */
function isRendered({ lexicon, segmentation, squeezedTarget }: PairContext, word: string): boolean {
  if (squeezedTarget.includes(word)) return true;
  const id = lexicon?.stemId(stem(word));
  if (!lexicon || id === undefined) return false;
  let found = false;
  lexicon.eachLink(id, (wordId) => {
    found ||= segmentation?.occurrences.has(wordId) ?? false;
  });
  return found;
}

/** `EdgeAI`: edge, ai. */
export function camelPieces(word: string): string[] {
  return (word.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/gu) ?? [])
    .map((piece) => piece.toLowerCase())
    .filter(({ length }) => length > 1);
}

function retentionOf({ lexicon }: PairContext, word: string): number {
  const shape = shapeOf(word);
  return lexicon?.retention(word) ?? lexicon?.retention(`<${shape}>`) ?? SHAPE_RETENTION[shape];
}

/** The lexicon finds a translation of the name somewhere. */
function isTranslated(context: PairContext, place: LatinWord): boolean {
  const word = context.linkedSourceWord(place.from);
  return word !== undefined && word.mask !== 0;
}
