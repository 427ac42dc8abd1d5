import type { Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';
import { FUNCTION_WORDS, shapeOf, type LatinWord } from '../text/english.ts';
import { isKnown } from './entity.check.ts';
import type { Check, Finding } from './check.ts';

/** Words that authors keep in at least this share of cases may stay English (token, prompt, baseline). */
const OFTEN_KEPT = 0.35;
const DEFAULT_RETENTION = 0.04;
/** Distinct words that are reported on. */
const MAX_WORDS = 50;
/** Words of links, formulas and code. */
const ALLOWED = new Set(
  'this https http url www com org io github the and of for in via al et vs arxiv mathrm text textbf textit mathcal mathbb left right frac sqrt times log exp top'.split(
    ' ',
  ),
);

/** Plain English words left in the Chinese. Source: corpus study (37 of 39 were real), learned list of words that stay. */
export const untranslatedWordCheck: Check = {
  name: 'untranslated-word',
  version: '1',
  run(context: PairContext): readonly Finding[] {
    if (context.targetMeasure.han === 0) return [];
    const words = new Map<string, { first: LatinWord; spans: Span[]; retention: number; known: boolean }>();
    for (const word of context.targetWords) {
      if (!isPlain(context, word)) continue;
      const key = word.text.toLowerCase();
      const entry = words.get(key);
      if (entry) entry.spans.push([word.from, word.to]);
      else if (words.size < MAX_WORDS) {
        const retention = context.lexicon?.retention(key) ?? DEFAULT_RETENTION;
        words.set(key, { first: word, spans: [[word.from, word.to]], retention, known: isKnown(context, word.text) });
      }
    }
    return [...words.values()].filter(({ retention }) => retention < OFTEN_KEPT).map((entry) => finding(entry));
  },
};

function isPlain({ foldedTarget }: PairContext, { from, to, text }: LatinWord): boolean {
  if (shapeOf(text) !== 'lower' || text.length < 3 || ALLOWED.has(text) || FUNCTION_WORDS.has(text)) return false;
  const before = foldedTarget[from - 1] ?? '';
  const after = foldedTarget[to] ?? '';
  // Part of a command, an address, a file name, or of a hyphenated name.
  if ('\\/_.@{#$`^'.includes(before) && before !== '') return false;
  if ('/_.@(}$`'.includes(after) && after !== '' && !/[.(]/u.test(after)) return false;
  if (before === '-' && /[A-Z0-9]/u.test(foldedTarget[from - 2] ?? '')) return false;
  if (after === '-' && /[A-Z0-9]/u.test(foldedTarget[to + 1] ?? '')) return false;
  return !(before === '(' && after === ')');
}

function finding(entry: { first: LatinWord; spans: readonly Span[]; retention: number; known: boolean }): Finding {
  const { first, spans, retention, known } = entry;
  const probability = Number(Math.min(0.97, (known ? 0.97 : 0.9) * (1 - retention)).toFixed(3));
  return {
    code: 'untranslated-word',
    severity: known ? 'minor' : 'major',
    probability: known ? probability : Math.min(probability, 0.6),
    target: spans.slice(0, 20),
    message: known
      ? { en: `“${first.text}” is left in English.`, zh: `“${first.text}”未翻译。` }
      : { en: `“${first.text}” is English and not even in the source.`, zh: `英文“${first.text}”在原文中也没有。` },
    evidence: { word: first.text, times: spans.length, retention: Number(retention.toFixed(3)) },
  };
}
