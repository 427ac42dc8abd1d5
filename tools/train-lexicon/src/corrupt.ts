import { chineseSentences, englishSentences, fold } from '@diglot/verification';
import type { PaperPair } from './digest-pairs.ts';
import type { Random } from './random.ts';

/** Kinds of damage that translations suffer, as the digests show them. */
export const CORRUPTIONS = [
  'title_only',
  'wrong_abs',
  'loop',
  'trunc',
  'repeat',
  'left_en_sent',
  'left_en_word',
  'num_change',
  'num_scale',
  'drop_sent',
  'ent_swap',
  'ent_swap_in',
  'chatter',
  'negate',
  'word_swap',
] as const;
export type Corruption = (typeof CORRUPTIONS)[number];

/** Material from other papers. */
export interface Surroundings {
  readonly title: string;
  readonly other: PaperPair;
}

type Corrupt = (pair: PaperPair, random: Random, around: Surroundings) => string | null;

const REMARKS_BEFORE = [
  '好的，这是该摘要的译文：\n',
  '下面给出这一段的中文版本：\n\n',
  '译文：',
  '已按学术风格处理，结果如下：\n',
  'Translated text:\n',
  'Of course. ',
  'Below is the Chinese version:\n\n',
];
const REMARKS_AFTER = [
  '\n\n（译者按：个别缩写未展开。）',
  '\n\n若有不妥之处，请指正。',
  '\n希望对您有所帮助！',
  '\n\n以上译文仅供参考。',
  '\n\nPlease tell me if anything should be changed.',
  '\n（本译文由人工智能生成）',
  '\n\n需要我继续翻译其他部分吗？',
];
const ANTONYMS: readonly (readonly [string, string])[] = [
  ['提高', '降低'],
  ['增加', '减少'],
  ['优于', '劣于'],
  ['显著', '不显著'],
  ['能够', '不能'],
  ['可以', '不可以'],
  ['有效', '无效'],
  ['需要', '无需'],
  ['缺乏', '具备'],
  ['未', '已'],
];

const MAKERS: Record<Corruption, Corrupt> = {
  title_only: (_pair, _random, { title }) => title,
  wrong_abs: (_pair, _random, { other }) => other.target,
  loop({ target }, random) {
    const at = Math.floor(target.length * (0.4 + random.next() * 0.5));
    const unit = target.slice(at - 6 - random.below(12), at);
    return target.slice(0, at) + unit.repeat(4 + random.below(4));
  },
  trunc({ target }, random) {
    const cut = target.slice(0, Math.floor(target.length * (0.45 + random.next() * 0.45)));
    return /[。！？]$/u.test(cut) ? null : cut;
  },
  repeat({ target }, random) {
    const clauses = target.match(/[^，。；]{8,40}[，；]/gu) ?? [];
    const clause = random.pick(clauses);
    return clause === undefined ? null : target.replace(clause, clause + clause);
  },
  left_en_sent({ source, target }, random) {
    return replaceSentence(target, random, () => {
      const english = englishSentences(fold(source));
      const span = random.pick(english);
      return span === undefined ? null : `${source.slice(...span)} `;
    });
  },
  left_en_word({ source, target }, random) {
    const word = random.pick(source.match(/\b[a-z]{5,12}\b/gu) ?? []);
    const han = random.pick(target.match(/[\u4e00-\u9fff]{2}/gu) ?? []);
    return word === undefined || han === undefined ? null : target.replace(han, word);
  },
  num_change({ target }, random) {
    const spots = Array.from(target.matchAll(/(?<![A-Za-z\d.])\d/gu));
    const spot = random.pick(spots);
    if (spot === undefined) return null;
    const digit = (Number(spot[0]) + 1 + random.below(9)) % 10;
    return target.slice(0, spot.index) + String(digit) + target.slice(spot.index + 1);
  },
  num_scale({ target }, random) {
    const spot = random.pick(Array.from(target.matchAll(/(?<=\d)[%％万亿千倍]/gu)));
    if (spot === undefined) return null;
    const changed = { '%': '倍', '％': '倍', 万: '亿', 亿: '万', 千: '万', 倍: '%' }[spot[0]] ?? '%';
    return target.slice(0, spot.index) + changed + target.slice(spot.index + 1);
  },
  drop_sent: ({ target }, random) => replaceSentence(target, random, () => ''),
  ent_swap({ target }, random, { other }) {
    const [mine, theirs] = [random.pick(names(target)), random.pick(names(other.target))];
    if (mine === undefined || theirs === undefined || target.includes(theirs)) return null;
    return target.replaceAll(mine, theirs);
  },
  ent_swap_in({ target }, random) {
    const all = names(target);
    const [first, second] = [random.pick(all), random.pick(all)];
    if (!first || !second || first === second || first.includes(second) || second.includes(first)) return null;
    return target.replaceAll(first, '\u0000').replaceAll(second, first).replaceAll('\u0000', second);
  },
  chatter({ target }, random) {
    if (random.next() < 0.5) return (random.pick(REMARKS_BEFORE) ?? '') + target;
    return target + (random.pick(REMARKS_AFTER) ?? '');
  },
  negate({ target }, random) {
    const possible = ANTONYMS.filter(([from]) => target.includes(from));
    const pair = random.pick(possible);
    return pair === undefined ? null : target.replace(pair[0], pair[1]);
  },
  word_swap({ target }, random, { other }) {
    const mine = random.pick(target.match(/[\u4e00-\u9fff]{2}/gu) ?? []);
    const theirs = random.pick(other.target.match(/[\u4e00-\u9fff]{2}/gu) ?? []);
    return mine === undefined || theirs === undefined ? null : target.replace(mine, theirs);
  },
};

/** The translation damaged in one way, or null where it offers no occasion. */
export function corrupt(kind: Corruption, pair: PaperPair, random: Random, around: Surroundings): string | null {
  const damaged = MAKERS[kind](pair, random, around);
  return damaged === pair.target ? null : damaged;
}

function replaceSentence(target: string, random: Random, by: () => string | null): string | null {
  const sentences = chineseSentences(fold(target));
  const long = sentences.filter(([from, to]) => to - from >= 15);
  const span = random.pick(long);
  const replacement = by();
  if (sentences.length < 3 || span === undefined || replacement === null) return null;
  return target.slice(0, span[0]) + replacement + target.slice(span[1]);
}

function names(text: string): string[] {
  return [...new Set(text.match(/(?<![A-Za-z\d-])[A-Z][A-Za-z\d]*[A-Z\d][A-Za-z\d-]*(?![A-Za-z\d-])/gu) ?? [])];
}
