import { bits } from '../alignment/align.ts';
import type { LinkedWord } from '../alignment/links.ts';
import type { PairContext } from '../context/pair-context.ts';
import { stem } from '../text/english.ts';
import type { Check, Finding } from './check.ts';

/** Words that deny, as the word list cuts them. */
const DENIALS = new Set(
  '不 没有 没 未 未能 无 无法 不能 不会 不可 不可以 并非 并不 并未 不是 不再 从未 从不 毫无 不显著 不需要 不必 无需'.split(
    ' ',
  ),
);
/** English that may stand behind a denial without an own word for it. */
const NEGATIVE_ENGLISH =
  /\b(?:no|not|nor|non|never|neither|none|without|cannot|lack\w*|fail\w*|absen\w*|miss\w*|hard\w*|difficult\w*|unlike|un\w{3,}|in(?:ab|ac|ad|ef|fe|su|co|de|ex|va|vis|depend)\w+|im(?:poss|per|pract|bal)\w+|ir(?:re|ra)\w+|dis\w{4,}|less|little|few|only|rather|instead|free|avoid\w*|prevent\w*|limit\w*|ignor\w*|overlook\w*|neglect\w*|beyond|exclud\w*|zero|deni\w*|refus\w*|despite|regardless|unknown|unseen|gap|remain\w*|yet|sole\w*|scarc\w*|poor\w*|insuff\w*|weak\w*|differ\w*|constant\w*|continu\w*|but|restrict\w*|loss\w*|lossless|agnostic|anti|barely|seldom|rarely)\b|\w-(?:free|less)\b|n't\b/iu;
/** Plain denials of English that Chinese must show in some way. */
const PLAIN_ENGLISH = /\b(?:not(?! only)|never|without|cannot|neither)\b|n't\b/iu;
/** Any trace of a denial in Chinese. */
const ANY_DENIAL = /[不没未无非否莫勿免]|缺|难|失|除|避|防|拒|反|仅|只|少|弱|低|忽/u;

/** Opposites that models confuse. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['提高', '降低'],
  ['提升', '降低'],
  ['增加', '减少'],
  ['增强', '减弱'],
  ['增大', '减小'],
  ['上升', '下降'],
  ['高于', '低于'],
  ['超过', '低于'],
  ['优于', '劣于'],
  ['优于', '不如'],
  ['最大', '最小'],
  ['最高', '最低'],
  ['更好', '更差'],
  ['更高', '更低'],
  ['更大', '更小'],
  ['更快', '更慢'],
  ['更多', '更少'],
  ['简单', '复杂'],
  ['成功', '失败'],
  ['支持', '反对'],
  ['允许', '禁止'],
  ['能够', '无法'],
  ['有效', '无效'],
  ['正', '负'],
  ['积极', '消极'],
  ['内部', '外部'],
  ['全局', '局部'],
  ['静态', '动态'],
  ['在线', '离线'],
  ['同步', '异步'],
  ['线性', '非线性'],
  ['监督', '无监督'],
  ['对称', '不对称'],
  ['强', '弱'],
  ['加速', '减速'],
  ['扩大', '缩小'],
  ['充分', '不足'],
  ['容易', '困难'],
  ['之前', '之后'],
  ['输入', '输出'],
  ['编码器', '解码器'],
];
const OPPOSITE_OF = new Map<string, string[]>();
for (const [first, second] of OPPOSITES) {
  OPPOSITE_OF.set(first, [...(OPPOSITE_OF.get(first) ?? []), second]);
  OPPOSITE_OF.set(second, [...(OPPOSITE_OF.get(second) ?? []), first]);
}

/** Evidence, not proof: a denial or an opposite that only one of the texts has. */
export const negationCheck: Check = {
  name: 'negation',
  version: '1',
  run(context: PairContext): readonly Finding[] {
    if (context.lexicon === null) return [];
    return context.ranges.flatMap((range, index) => {
      const bead = context.beads[index];
      if (bead === undefined || bead.source === null || bead.target === null) return [];
      const english = context.foldedSource.slice(...bead.source);
      const chinese = context.foldedTarget.slice(...bead.target);
      const mask = bits(range.source);
      const strange = context.groupedWords.target
        .slice(...range.target)
        .flat()
        .filter((word) => (word.mask & mask) === 0);
      const source = context.groupedWords.source.slice(...range.source).flat();
      return [
        ...strange.flatMap((word) => denial(context, word, english)),
        ...strange.flatMap((word) => opposite(context, word, source, chinese)),
        ...(PLAIN_ENGLISH.test(english) && !ANY_DENIAL.test(chinese) ? [lost(bead.source)] : []),
      ];
    });
  },
};

function denial({ target }: PairContext, { from, to }: LinkedWord, english: string): Finding[] {
  const text = target.slice(from, to);
  if (!DENIALS.has(text) || NEGATIVE_ENGLISH.test(english)) return [];
  return [
    {
      code: 'negation',
      severity: 'minor',
      probability: 0.55,
      target: [[from, to]],
      message: { en: `“${text}” denies what the source does not deny.`, zh: `“${text}”：原文没有否定。` },
      evidence: { word: text, kind: 'added' },
    },
  ];
}

function opposite(
  context: PairContext,
  { from, to }: LinkedWord,
  source: readonly LinkedWord[],
  chinese: string,
): Finding[] {
  const text = context.foldedTarget.slice(from, to);
  const other = OPPOSITE_OF.get(text)?.find(
    (candidate) => !chinese.includes(candidate) && source.some((word) => translates(context, word, candidate)),
  );
  if (other === undefined) return [];
  return [
    {
      code: 'negation',
      severity: 'minor',
      probability: 0.65,
      target: [[from, to]],
      message: { en: `“${text}” is the opposite of the expected “${other}”.`, zh: `“${text}”与应有的“${other}”相反。` },
      evidence: { word: text, expected: other, kind: 'opposite' },
    },
  ];
}

function translates({ lexicon, foldedSource }: PairContext, { from, to }: LinkedWord, chinese: string): boolean {
  const stemId = lexicon?.stemId(stem(foldedSource.slice(from, to)));
  const wordId = lexicon?.idOf(chinese);
  if (!lexicon || stemId === undefined || wordId === undefined) return false;
  let found = false;
  lexicon.eachLink(stemId, (id) => {
    found ||= id === wordId;
  });
  return found;
}

function lost(span: readonly [number, number]): Finding {
  return {
    code: 'negation',
    severity: 'minor',
    probability: 0.5,
    source: [span],
    message: { en: 'The source denies something, the translation does not.', zh: '原文有否定，译文没有。' },
    evidence: { kind: 'lost' },
  };
}
