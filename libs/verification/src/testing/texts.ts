// oxlint-disable-next-line no-restricted-imports -- for specs only: neither built nor exported
import { readFileSync } from 'node:fs';
import type { Genre, Issue, IssueCode } from '@diglot/domain';
import { LEXICON_URL } from '../lexicon/lexicon-url.ts';
import { loadLexicon } from '../lexicon/lexicon-file.ts';
import { createVerifier } from '../verify.ts';

/** Our own text, in the manner of an abstract. */
export const ENGLISH =
  'Robots that fold laundry must plan around cloth that never keeps its shape. We propose FoldNet, a planner that learns ' +
  'folds from 1,200 short videos and needs no model of the cloth. In experiments with four kinds of towels, FoldNet ' +
  'finishes 92% of the folds and is 3 times faster than the baseline method. The results show that large video datasets ' +
  'improve the robustness of robot manipulation.';
export const SENTENCES = [
  '叠衣机器人必须围绕从不保持形状的布料进行规划。',
  '我们提出了FoldNet，这是一种规划器，它从1200个短视频中学习折叠方法，不需要布料模型。',
  '在四种毛巾的实验中，FoldNet完成了92%的折叠，速度是基线方法的3倍。',
  '结果表明，大规模视频数据集提高了机器人操作的鲁棒性。',
] as const;
export const CHINESE = SENTENCES.join('');

const withLexicon = createVerifier({ lexicon: loadLexicon(readFileSync(LEXICON_URL)) });

/** All issues of a translation of {@link ENGLISH}, or of another source. */
export function issuesOf(target: string, source: string = ENGLISH, genre: Genre = 'abstract'): readonly Issue[] {
  return withLexicon({ source, target, genre }).issues;
}

/** The issues of one code. */
export function found(code: IssueCode, target: string, source: string = ENGLISH, genre: Genre = 'abstract'): Issue[] {
  return issuesOf(target, source, genre).filter((issue) => issue.code === code);
}

export const judgeWithLexicon = withLexicon;
