import type { Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';
import type { Check, Finding } from './check.ts';

/** A word that is wrong in this field. */
interface ForbiddenSense {
  readonly source: RegExp;
  /** The source means the other sense. */
  readonly unless: RegExp;
  readonly wrong: string;
  readonly right: string;
}

const FORBIDDEN: readonly ForbiddenSense[] = [
  {
    source: /\btransformers?\b/iu,
    unless:
      /\b(?:power|voltage|electric|electrical|grid|substation|winding|distribution) (?:\w+ )?transformers?\b|\bvoltage\b|\bsubstation/iu,
    wrong: '变压器',
    right: 'Transformer',
  },
  {
    source: /\b(?:policy|policies)\b/iu,
    unless:
      /\b(?:public|government|law|legal|regulat\w+|privacy|econom\w+|climate|health|polic(?:y|ies) ?makers?|policymak\w+|societ\w+|governance|moderation|usage|security|access)\b/iu,
    wrong: '政策',
    right: '策略',
  },
  { source: /\bpre-?train/iu, unless: /\btrain station/iu, wrong: '预火车', right: '预训练' },
  { source: /\bhallucinat/iu, unless: /\bpatients? with\b/iu, wrong: '错觉', right: '幻觉' },
  { source: /\bground[- ]truth/iu, unless: /^$/u, wrong: '地面真相', right: '真实标签' },
  { source: /\bground[- ]truth/iu, unless: /^$/u, wrong: '地真', right: '真实值' },
  { source: /\bstate[- ]of[- ]the[- ]art/iu, unless: /^$/u, wrong: '艺术状态', right: '最先进' },
  { source: /\bfew[- ]shot/iu, unless: /^$/u, wrong: '少射', right: '少样本' },
  { source: /\bzero[- ]shot/iu, unless: /^$/u, wrong: '零射', right: '零样本' },
  { source: /\bsurrogate/iu, unless: /^$/u, wrong: '代孕', right: '代理' },
];

/** Terms that texts render now this way, now that; one text should keep to one. */
interface Variants {
  readonly source: RegExp;
  /** A second term of the source that explains a second rendering. */
  readonly unless: RegExp;
  readonly variants: readonly string[];
}

const VARIANTS: readonly Variants[] = [
  {
    source: /\bagents?\b/iu,
    unless: /\b(?:prox(?:y|ies)|surrogates?|broker|agency|intelligent)\b/iu,
    variants: ['代理', '智能体'],
  },
  {
    source: /\btokens?\b/iu,
    unless: /\b(?:label\w*|mark\w*|tag\w*|annotat\w*)\b/iu,
    variants: ['标记', '令牌', '词元'],
  },
  { source: /\brobust(?:ness)?\b/iu, unless: /\b(?:stable|stabil\w+|steady|solid)\b/iu, variants: ['鲁棒', '稳健'] },
  { source: /\btransformers?\b/iu, unless: /\bconvert\w*\b/iu, variants: ['变换器', '变压器', '转换器'] },
];

/** Source: pofilter `notranslatewords`, Weblate "does not follow glossary"; senses seen in digests. */
export const terminologyCheck: Check = {
  name: 'terminology',
  version: '1',
  run(context: PairContext): readonly Finding[] {
    return [
      ...FORBIDDEN.flatMap((sense) => wrongSense(context, sense)),
      ...VARIANTS.flatMap((term) => mixed(context, term)),
    ];
  },
};

function wrongSense({ foldedSource, foldedTarget }: PairContext, sense: ForbiddenSense): Finding[] {
  const spans = spansOf(foldedTarget, sense.wrong);
  const found = spans.length === 0 ? null : sense.source.exec(foldedSource);
  if (found === null || sense.unless.test(foldedSource)) return [];
  return [
    {
      code: 'terminology',
      severity: 'minor',
      probability: 0.85,
      source: [[found.index, found.index + found[0].length]],
      target: spans,
      message: {
        en: `“${sense.wrong}” is the wrong sense of “${found[0]}”; expected “${sense.right}”.`,
        zh: `“${found[0]}”在此应为“${sense.right}”，不是“${sense.wrong}”。`,
      },
      evidence: { expected: sense.right, found: sense.wrong, kind: 'sense' },
    },
  ];
}

function mixed({ foldedSource, foldedTarget }: PairContext, { source, unless, variants }: Variants): Finding[] {
  const used = variants.filter((variant) => foldedTarget.includes(variant));
  const found = used.length < 2 ? null : source.exec(foldedSource);
  if (found === null || unless.test(foldedSource)) return [];
  return [
    {
      code: 'terminology',
      severity: 'minor',
      probability: 0.6,
      source: [[found.index, found.index + found[0].length]],
      target: used.flatMap((variant) => spansOf(foldedTarget, variant)).slice(0, 20),
      message: {
        en: `“${found[0]}” is rendered in several ways: ${used.join(', ')}.`,
        zh: `“${found[0]}”译法不一：${used.join('、')}。`,
      },
      evidence: { term: found[0], variants: used.join(' '), kind: 'mixed' },
    },
  ];
}

function spansOf(text: string, word: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(word); at >= 0 && spans.length < 20; at = text.indexOf(word, at + word.length)) {
    spans.push([at, at + word.length]);
  }
  return spans;
}
