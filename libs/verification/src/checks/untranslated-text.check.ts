import type { Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';
import { FUNCTION_WORDS, shapeOf, type LatinWord } from '../text/english.ts';
import { isHan } from '../text/scripts.ts';
import type { Check, Finding } from './check.ts';

/** A run of Latin words this long with this many plain words is a sentence or clause left as it was. */
const MIN_RUN = 6;
const MIN_PLAIN = 4;
const MIN_RUN_TITLE = 4;
const MIN_PLAIN_TITLE = 3;
const SELDOM_KEPT = 0.2;
/** Links, quotations and phrases that stay as they are. */
const KEPT = /this (?:https?|ftp) url/giu;

interface Run {
  readonly span: Span;
  readonly words: readonly LatinWord[];
}

/** Source: the "English run" flag of the corpus study (precision 7 of 7), Okapi "source text left in target". */
export const untranslatedTextCheck: Check = {
  name: 'untranslated-text',
  version: '1',
  run(context: PairContext): readonly Finding[] {
    const { genre, targetMeasure } = context;
    if (targetMeasure.han === 0) return [];
    const [least, plain] = genre === 'title' ? [MIN_RUN_TITLE, MIN_PLAIN_TITLE] : [MIN_RUN, MIN_PLAIN];
    return latinRuns(context.foldedTarget, context.targetWords)
      .filter((run) => run.words.length >= least && plainWords(context, run) >= plain)
      .map((run) => finding(context, run));
  },
};

/** Latin words with nothing but space, digits and ASCII signs between them. */
export function latinRuns(text: string, words: readonly LatinWord[]): Run[] {
  const runs: Run[] = [];
  let open: LatinWord[] = [];
  const close = (): void => {
    const first = open[0];
    const last = open.at(-1);
    if (first && last) runs.push({ span: [first.from, last.to], words: open });
    open = [];
  };
  for (const word of words) {
    const last = open.at(-1);
    if (last && hasHanBetween(text, last.to, word.from)) close();
    open.push(word);
  }
  close();
  return runs;
}

function hasHanBetween(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    if (
      isHan(unit) ||
      unit === 0x3002 ||
      unit === 10 ||
      text[index] === ',' ||
      text[index] === '(' ||
      text[index] === ';'
    ) {
      if (unit !== 44 || isHan(text.charCodeAt(to))) return true;
    }
  }
  return false;
}

/** Words with a meaning of their own, not names: lower-case ones, in titles also capitalised ones that seldom stay. */
function plainWords({ genre, lexicon }: PairContext, { words }: Run): number {
  return words.filter(({ text }) => {
    const shape = shapeOf(text);
    if (shape === 'lower') return text.length > 2 || FUNCTION_WORDS.has(text);
    return genre === 'title' && shape === 'title' && (lexicon?.retention(text) ?? 1) < SELDOM_KEPT;
  }).length;
}

function finding(context: PairContext, { span, words }: Run): Finding {
  const text = context.foldedTarget.slice(...span);
  const isKept = text.replaceAll(KEPT, '').trim().split(/\s+/u).length < MIN_PLAIN;
  const isSource = context.foldedSource.includes(text);
  const quoted = isGloss(context.foldedTarget, span);
  return {
    code: 'untranslated-text',
    severity: quoted || isKept ? 'neutral' : context.genre === 'title' && words.length < MIN_RUN ? 'major' : 'critical',
    probability: quoted || isKept ? 0.2 : isSource ? 0.96 : 0.9,
    target: [span],
    message: {
      en: `${words.length} English words in a row are left: “${clip(text)}”.`,
      zh: `连续 ${words.length} 个英文单词未翻译：“${clip(text)}”。`,
    },
    evidence: { words: words.length },
  };
}

/** A short original after its translation, in brackets or quotes. */
function isGloss(text: string, [from, to]: Span): boolean {
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  return '("\'《'.includes(before) && before !== '' && ')"\'》'.includes(after) && after !== '' && to - from < 90;
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
