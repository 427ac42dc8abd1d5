import type { Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';
import type { Check, Finding } from './check.ts';

const FORMULA = /\$([^$\n]{1,200})\$/gu;
const COMMAND = /\\[A-Za-z]{2,}/gu;
/** Markup of Markdown and HTML at places where running text has none. */
const RESIDUE =
  /\*\*[^*\n]{1,80}\*\*|^#{1,6} |^[ \t]*[-*] (?=\S)|<\/?(?:a|b|i|p|br|div|span|em|strong|sub|sup)\b[^>\n]{0,80}>|&(?:amp|lt|gt|quot|nbsp|#\d{1,5});/gimu;
const OPENERS = '([{《';
const CLOSERS = ')]}》';

/** Source: pofilter `brackets`, `xmltags`; Weblate's Markdown checks; corpus flag "formula not found". */
export const markupCheck: Check = {
  name: 'markup',
  version: '1',
  run(context: PairContext): readonly Finding[] {
    return [...formulas(context), ...residue(context), ...brackets(context)];
  },
};

/** A formula or command that vanished, judged by its bare content: notation may change. */
function formulas({ foldedSource, foldedTarget, targetMeasure }: PairContext): Finding[] {
  if (targetMeasure.han === 0) return [];
  const target = bare(foldedTarget);
  const lost = Array.from(foldedSource.matchAll(FORMULA))
    .slice(0, 40)
    .filter(({ 1: formula }) => /[A-Za-z]/u.test(formula ?? '') && !target.includes(bare(formula ?? '')))
    .map(({ index, 0: text }): Span => [index, index + text.length]);
  const isOdd = count(foldedTarget, '$') % 2 === 1 && count(foldedSource, '$') % 2 === 0;
  const findings: Finding[] = [];
  if (lost.length > 0) findings.push(lostFormula(foldedSource, lost));
  if (isOdd) findings.push(oddDollar());
  return findings;
}

/** Letters and digits only, without commands. */
const bare = (text: string): string =>
  text
    .replaceAll(COMMAND, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += text[at - 1] === '\\' ? 0 : 1;
  return found;
}

function lostFormula(source: string, spans: readonly Span[]): Finding {
  const text = source.slice(...(spans[0] ?? [0, 0])).slice(0, 60);
  return {
    code: 'latex',
    severity: 'minor',
    probability: 0.5,
    source: spans,
    message: { en: `The formula ${text} is missing or changed.`, zh: `公式 ${text} 缺失或被改动。` },
    evidence: { formulas: spans.length },
  };
}

const oddDollar = (): Finding => ({
  code: 'latex',
  severity: 'minor',
  probability: 0.7,
  message: { en: 'A dollar sign of a formula has no partner.', zh: '公式的 $ 符号不成对。' },
});

function residue({ foldedSource, foldedTarget }: PairContext): Finding[] {
  const spans = Array.from(foldedTarget.matchAll(RESIDUE))
    .filter(({ 0: text }) => !foldedSource.includes(text.trim().slice(0, 2)))
    .map(({ index, 0: text }): Span => [index, index + text.length]);
  if (spans.length === 0) return [];
  return [
    {
      code: 'markup',
      severity: 'minor',
      probability: 0.75,
      target: spans.slice(0, 20),
      message: { en: 'Markdown or HTML that the source does not have.', zh: '含有原文没有的 Markdown 或 HTML 标记。' },
      evidence: { places: spans.length },
    },
  ];
}

function brackets({ foldedSource, foldedTarget, targetMeasure }: PairContext): Finding[] {
  if (targetMeasure.han === 0 || !isBalanced(foldedSource) || isBalanced(foldedTarget)) return [];
  return [
    {
      code: 'markup',
      severity: 'minor',
      probability: 0.6,
      message: { en: 'Brackets are not balanced.', zh: '括号不成对。' },
      evidence: { kind: 'brackets' },
    },
  ];
}

/** Enumerators such as `1)` or `(a` aside, every bracket has a partner. */
function isBalanced(text: string): boolean {
  const open = new Map<string, number>();
  const plain = text.replaceAll(/(?<=^|[\s,;:。(])[(]?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)/giu, '');
  for (const sign of Array.from(plain)) {
    const opener = OPENERS.indexOf(sign);
    const closer = CLOSERS.indexOf(sign);
    if (opener >= 0) open.set(sign, (open.get(sign) ?? 0) + 1);
    else if (closer >= 0) {
      const partner = OPENERS.charAt(closer);
      open.set(partner, (open.get(partner) ?? 0) - 1);
    }
  }
  return [...open.values()].every((depth) => depth === 0);
}
