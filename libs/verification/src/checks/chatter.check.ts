import type { Span } from '@diglot/domain';
import type { PairContext } from '../context/pair-context.ts';
import { FUNCTION_WORDS, stem } from '../text/english.ts';
import { CHINESE_META, ENGLISH_META } from './chatter-words.ts';
import { isKnown } from './entity.check.ts';
import type { Check, Finding } from './check.ts';

/** Words of a role or reasoning marker alone on a line, and tags that only prompts hold. */
const LEAK =
  /^[ \t]*(?:user|assistant|system|human|用户|助手)[ \t]*[:：]?[ \t]*$|<\/?(?:think|assistant|user|system|im_start|im_end|translation|translated|output|answer|response|result)\b[^>]{0,80}>|<\|[a-z_]+\|>|^[ \t]*```/gimu;
/** What labels before a text are made of. */
const LABEL_WORDS =
  '(?:中文|中译|汉译|译文|译稿|翻译|英文|原文|摘要|标题|题目|正文|内容|文本|段落|结果|版本|版|论文|文章|学术|专业|如下|以下|下面|这是|输出|回答|回复|答案|答|解答|助手|是|为|的|该|此|chinese|mandarin|translation|translated|text|abstract|title|output|answer|response|result|assistant|version|zh)';
/** A label that stands before the text: nothing but such words, up to a colon, a line break or a bracket. */
const LABEL = new RegExp(
  String.raw`^[\s*#"“【\[(]*(?:(?:${LABEL_WORDS}|[：:\s*])+(?:[（(][^）)]{0,12}[）)])?)[\s*]*(?:[：:]|[】\])]|$)`,
  'iu',
);
/** Nats: of a segment as such, standing apart, being a label, and being English that shares no word with the source. */
const LOGIT_BASE = -4.2;
const SET_APART = 2;
const LABELLED = 3;
/** Of a label whose source does not begin with one. */
const UNCALLED = 1.4;
const FOREIGN = 3;
/** A short paragraph, bracket or label of its own that nothing in the source asks for. */
const STRAY = 3.4;
const MAX_STRAY = 70;
const MAX_LABEL = 12;
const HAN = /\p{Script=Han}/u;
/** A segment longer than this is text with something in it, not a remark. */
const MAX_SEGMENT = 160;

interface Segment {
  readonly span: Span;
  readonly place: 'head' | 'tail';
  /** It stands in a paragraph of its own, in brackets, or before a colon. */
  readonly isSetApart: boolean;
}

/**
 * A model's own words around the translation. What counts is that a segment at either end speaks about the task, stands
 * apart, and has no support in the source; no list of sentences could be complete.
 */
export const chatterCheck: Check = {
  name: 'chatter',
  version: '2',
  run(context: PairContext): readonly Finding[] {
    if (context.targetMeasure.han === 0) return [];
    const remarks = segments(context).flatMap((segment) => remark(context, segment));
    return [...leaks(context), ...(['head', 'tail'] as const).flatMap((place) => strongest(remarks, place))];
  },
};

/** The segments of one end overlap; the surest one speaks for all. */
function strongest(remarks: readonly Finding[], place: 'head' | 'tail'): Finding[] {
  const here = remarks.filter(({ evidence }) => evidence?.['place'] === place);
  const best = here.toSorted((first, second) => second.probability - first.probability)[0];
  return best === undefined ? [] : [best];
}

function leaks({ source, foldedTarget }: PairContext): Finding[] {
  const spans = Array.from(foldedTarget.matchAll(LEAK))
    .slice(0, 50)
    .filter(({ 0: text }) => !source.includes(text.trim()))
    .map(({ index, 0: text }): Span => [index, index + text.length]);
  const [first] = spans;
  if (first === undefined) return [];
  const text = foldedTarget.slice(...first).trim();
  return [
    {
      code: 'chatter',
      severity: 'critical',
      probability: 0.95,
      target: spans.slice(0, 20),
      message: { en: `A prompt leaked: “${text}”.`, zh: `混入了提示词或对话标记：“${text}”。` },
      evidence: { times: spans.length },
    },
  ];
}

/** Parts at either end that may be remarks: up to a colon or a line break, the first and last sentences, a last bracket. */
function segments({ foldedTarget, genre }: PairContext): Segment[] {
  const found: Segment[] = [];
  const text = foldedTarget;
  const start = text.search(/\S/u);
  const end = text.trimEnd().length;
  const add = (from: number, to: number, place: 'head' | 'tail', isSetApart: boolean): void => {
    if (to > from && to - from <= MAX_SEGMENT) found.push({ span: [from, to], place, isSetApart });
  };
  const colon = text.slice(start, start + MAX_SEGMENT).search(/[:：]/u);
  if (colon >= 0) add(start, start + colon + 1, 'head', text[start + colon + 1] === '\n');
  const bracket = /^[[(【（][^\])】）\n]{1,20}[\])】）]/u.exec(text.slice(start, start + 24));
  if (bracket) add(start, start + bracket[0].length, 'head', true);
  const line = text.indexOf('\n', start);
  if (line >= 0 && line < end) add(start, line, 'head', true);
  const opening = text.slice(start, line >= start ? Math.min(line, start + MAX_SEGMENT) : start + MAX_SEGMENT);
  const stop = opening.search(/[。！？!?.](?:\s|(?=[^\d\s])|$)/u);
  if (stop >= 0 && start + stop + 1 < end) add(start, start + stop + 1, 'head', false);
  const comma = text.slice(start, start + 24).search(/[,，]/u);
  if (comma >= 0) add(start, start + comma + 1, 'head', false);
  const lastLine = text.lastIndexOf('\n', end - 1);
  if (lastLine >= start) add(lastLine + 1, end, 'tail', true);
  const lastBracket = Math.max(text.lastIndexOf('(', end), text.lastIndexOf('[', end));
  if (lastBracket > start && /[)\]][。.]?$/u.test(text.slice(lastBracket, end))) {
    add(lastBracket, end, 'tail', genre === 'title' || /[。.!?！？]\s*$/u.test(text.slice(0, lastBracket)));
  }
  const lastStop = Math.max(
    text.lastIndexOf('。', end - 2),
    text.lastIndexOf('！', end - 2),
    text.lastIndexOf('!', end - 2),
    text.lastIndexOf('\n', end - 2),
  );
  if (lastStop > start) add(lastStop + 1, end, 'tail', false);
  return found;
}

function remark(context: PairContext, segment: Segment): Finding[] {
  const { span, place, isSetApart } = segment;
  const text = context.foldedTarget.slice(...span);
  const meta = chineseMeta(context, text) + englishMeta(context, span);
  const support = supportOf(context, span);
  const isLabel =
    place === 'head' && LABEL.test(text) && !/^\s*(?:abstract|title|summary)\b/iu.test(context.foldedSource);
  const isOnlyLabel = isLabel && !context.foldedSource.trimStart().slice(0, 60).includes(':');
  const isStray = support <= 0 && standsAlone(context, segment);
  const isForeign = !HAN.test(text) && knownWords(context, span) === 0;
  const logit =
    LOGIT_BASE +
    meta +
    (isSetApart ? SET_APART : 0) +
    (isLabel ? LABELLED : 0) +
    (isOnlyLabel ? UNCALLED : 0) +
    (isForeign ? FOREIGN : 0) +
    (isStray ? STRAY : 0) -
    // A paper about translation says "translation" too, but not as a label.
    0.8 * Math.max(-2.5, Math.min(isLabel ? 0 : 4, support));
  const probability = Number((1 / (1 + Math.exp(-logit))).toFixed(3));
  // In running text something without a word about the task may be an addition, but it is no chatter.
  if ((meta < 1.2 && !isStray && !isLabel) || probability < 0.3) return [];
  return [
    {
      code: 'chatter',
      severity: 'major',
      probability,
      target: [span],
      message: {
        en: `A remark about the task, not part of the text: “${clip(text)}”.`,
        zh: `与原文无关的说明文字：“${clip(text)}”。`,
      },
      evidence: { place, meta: Number(meta.toFixed(2)), support: Number(support.toFixed(2)) },
    },
  ];
}

/** Whether a short segment has a place that the source has not: a last paragraph or bracket, or a label in front. */
function standsAlone(
  { foldedSource, foldedTarget, lexicon }: PairContext,
  { span: [from, to], place, isSetApart }: Segment,
): boolean {
  const source = foldedSource.trim();
  if (lexicon === null || to - from > MAX_STRAY || source.includes('\n')) return false;
  if (place === 'tail') return isSetApart && !(source.endsWith(')') || source.endsWith(').'));
  const isLabel =
    to - from <= MAX_LABEL && /[:：]$/u.test(foldedTarget.slice(from, to)) && !source.slice(0, 60).includes(':');
  return (isSetApart && !/^[[(]/u.test(source)) || isLabel;
}

function chineseMeta(context: PairContext, text: string): number {
  let sum = 0;
  for (const { text: word, weight, innocentStems } of CHINESE_META) {
    if (!text.includes(word)) continue;
    if (innocentStems.some((stemmed) => context.sourceStems.has(stemmed))) sum += weight * 0.1;
    else sum += weight;
  }
  return sum;
}

/** English words of the segment that the source lacks, by how much they sound like an assistant. */
function englishMeta(context: PairContext, [from, to]: Span): number {
  let meta = 0;
  let foreign = 0;
  let all = 0;
  for (const word of context.targetWords) {
    if (word.from < from || word.to > to) continue;
    const lower = word.text.toLowerCase();
    all += 1;
    const isMeta = isMetaWord(lower);
    if (!isMeta && isKnown(context, word.text)) continue;
    if (isMeta && !context.sourceStems.has(stem(lower))) meta += FUNCTION_WORDS.has(lower) ? 0.6 : 2.4;
    else if (!context.sourceStems.has(stem(lower))) foreign += 1;
  }
  return all === 0 || meta === 0 ? 0 : meta + foreign * 0.5;
}

/** Content words of a segment that the source has. */
function knownWords(context: PairContext, [from, to]: Span): number {
  const words = context.targetWords.filter((word) => word.from >= from && word.to <= to);
  return words.filter(
    ({ text }) => !FUNCTION_WORDS.has(text.toLowerCase()) && !isMetaWord(text) && isKnown(context, text),
  ).length;
}

const isMetaWord = (text: string): boolean => ENGLISH_META.has(text.toLowerCase());

/** Evidence per word that the source says it too, over the words of the segment; 0 without a lexicon. */
function supportOf(context: PairContext, [from, to]: Span): number {
  let evidence = 0;
  for (const word of context.links?.target ?? []) {
    if (word.from >= from && word.to <= to) evidence += word.mask === 0 ? word.missing : word.found;
  }
  return evidence;
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text).trim();
