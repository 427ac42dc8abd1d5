import type { Span } from '@diglot/domain';
import { sourceSupport, targetSupport, type Support } from '../alignment/support.ts';
import type { PairContext } from '../context/pair-context.ts';
import type { Check, Finding } from './check.ts';

/** A sentence with fewer words says too little to miss it. */
const MIN_WORDS = 3;
/** A sentence of fewer words may be a paraphrase as a whole. */
const SHORT_SENTENCE = 6;
/** Below this share of found words the texts are about different things; real translations stay above 0.6. */
const UNRELATED_COVERAGE = 0.42;
const MIN_WORDS_UNRELATED = 8;

/**
 * Sentences that have no counterpart, by alignment and lexicon. Source: MQM omission and addition; the evidence is the
 * log-likelihood ratio learned in training, not a threshold on overlap.
 */
export const omissionCheck: Check = {
  name: 'omission',
  version: '2',
  run(context: PairContext): readonly Finding[] {
    if (context.lexicon === null || context.targetMeasure.han === 0 || context.genre === 'title')
      return titleSupport(context);
    const source = sourceSupport(context.groupedWords, context.ranges);
    const target = targetSupport(context.groupedWords, context.ranges);
    if (isUnrelated(source)) return [unrelated(source)];
    const tail = missingTail(context, source);
    return [
      ...(tail.length >= MIN_TAIL ? [cutOff(context, tail)] : []),
      ...source
        .filter((support) => tail.length < MIN_TAIL || !tail.includes(support))
        .flatMap((support) => omitted(context, support)),
      ...target.flatMap((support) => added(context, support)),
    ];
  },
};

/** So many sentences missing at the end, and nowhere else, are no slip: the text breaks off. */
const MIN_TAIL = 2;
const TAIL_PROBABILITY = 0.6;

function missingTail(context: PairContext, source: readonly Support[]): Support[] {
  const tail: Support[] = [];
  for (const support of source.toReversed()) {
    const span = context.sourceGroups[support.group];
    const isLink = span !== undefined && LINK_SENTENCE.test(context.foldedSource.slice(...span));
    if (probabilityOf(support) < TAIL_PROBABILITY && !isLink) break;
    tail.push(support);
  }
  return tail;
}

function cutOff(context: PairContext, tail: readonly Support[]): Finding {
  const spans = tail
    .flatMap(({ group }) => context.sourceGroups[group] ?? [])
    .toSorted((first, second) => first - second);
  const span: Span = [spans[0] ?? 0, spans.at(-1) ?? 0];
  return {
    code: 'truncated',
    severity: 'critical',
    probability: Math.max(...tail.map(probabilityOf)) * 0.97,
    source: [span],
    message: {
      en: `The last ${tail.length} sentences are not translated: “${clip(context.source, span)}”.`,
      zh: `最后 ${tail.length} 句未翻译：“${clip(context.source, span)}”。`,
    },
    evidence: { sentences: tail.length },
  };
}

function titleSupport(context: PairContext): Finding[] {
  if (context.lexicon === null || context.targetMeasure.han === 0) return [];
  const source = sourceSupport(context.groupedWords, context.ranges);
  return isUnrelated(source) ? [unrelated(source)] : [];
}

const LINK_SENTENCE = /^.{0,120}\b(?:this (?:https?|ftp) url|https?:\/\/\S+|github)\W*$/isu;

function isUnrelated(source: readonly Support[]): boolean {
  const words = source.reduce((sum, support) => sum + support.words, 0);
  return words >= MIN_WORDS_UNRELATED && meanCoverage(source) < UNRELATED_COVERAGE;
}

function meanCoverage(source: readonly Support[]): number {
  const words = source.reduce((sum, support) => sum + support.words, 0);
  return source.reduce((sum, support) => sum + support.coverage * support.words, 0) / Math.max(1, words);
}

function unrelated(source: readonly Support[]): Finding {
  const coverage = Number(meanCoverage(source).toFixed(3));
  return {
    code: 'unrelated',
    severity: 'critical',
    probability: 0.97,
    message: {
      en: `It does not translate this text: only ${Math.round(coverage * 100)} % of its words have a counterpart.`,
      zh: `译文与原文无关：原文只有 ${Math.round(coverage * 100)} % 的词在译文中有对应。`,
    },
    evidence: { coverage },
  };
}

function omitted(context: PairContext, support: Support): Finding[] {
  const probability = probabilityOf(support);
  const span = context.sourceGroups[support.group];
  if (probability < 0.3 || span === undefined) return [];
  return [
    {
      code: 'omission',
      severity: isSlight(context.foldedSource.slice(...span)) ? 'minor' : 'major',
      probability,
      source: [span],
      message: {
        en: `Not translated: “${clip(context.source, span)}”.`,
        zh: `漏译：“${clip(context.source, span)}”。`,
      },
      evidence: { coverage: Number(support.coverage.toFixed(3)), evidence: Number(support.evidence.toFixed(2)) },
    },
  ];
}

/** "Code is available at this https URL" says nothing about the work, and "our contributions are:" leads into a list. */
const isSlight = (sentence: string): boolean => LINK_SENTENCE.test(sentence) || LEAD_IN.test(sentence);
const LEAD_IN = /^.{0,80}:\s*(?:\(?\d{1,2}[.)])?\s*$/su;

function added(context: PairContext, support: Support): Finding[] {
  // "代码将开源" is said in so many ways that few words prove nothing.
  const short = support.words < SHORT_SENTENCE ? 0.15 : 0;
  const probability = Number((probabilityOf(support, 0) - 0.1 - short).toFixed(3));
  const span = context.targetGroups[support.group];
  if (probability < 0.3 || span === undefined) return [];
  return [
    {
      code: 'addition',
      severity: isSlight(context.foldedTarget.slice(...span)) ? 'minor' : 'major',
      probability,
      target: [span],
      message: {
        en: `Not in the source: “${clip(context.target, span)}”.`,
        zh: `原文没有：“${clip(context.target, span)}”。`,
      },
      evidence: { coverage: Number(support.coverage.toFixed(3)), evidence: Number(support.evidence.toFixed(2)) },
    },
  ];
}

/** Models leave sentences out more often than they add some. */
const OMISSION_BIAS = 0.7;

/** Logistic in evidence and coverage. */
function probabilityOf({ evidence, coverage, words }: Support, bias = OMISSION_BIAS): number {
  if (words < MIN_WORDS) return 0;
  const logit = bias - 0.35 * evidence - 9 * (coverage - 0.5);
  return Number((1 / (1 + Math.exp(-logit))).toFixed(3));
}

const clip = (text: string, [from, to]: Span): string =>
  to - from > 60 ? `${text.slice(from, from + 57)}…` : text.slice(from, to);
