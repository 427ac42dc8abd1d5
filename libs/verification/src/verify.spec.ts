import { existsSync, readFileSync } from 'node:fs';
import { verify } from './index.ts';

const ENGLISH =
  'Robots that fold laundry must plan around cloth that never keeps its shape. We describe a planner that learns folds ' +
  'from short videos and needs no model of the cloth. In tests with four kinds of towels it finishes nine folds out of ' +
  'ten, and it recovers by itself when a corner slips away.';
const CHINESE =
  '叠衣机器人必须围绕从不保持形状的布料进行规划。我们描述了一种规划器，它从短视频中学习折叠方法，不需要布料模型。' +
  '在四种毛巾的测试中，它完成了十分之九的折叠，并且在一个角滑脱时能够自行恢复。';

const judge = (target: string, source = ENGLISH) => verify({ source, target, genre: 'abstract' });
const codes = (target: string, source = ENGLISH) => judge(target, source).issues.map(({ code }) => code);

describe('verify', () => {
  it('accepts a whole translation', () => {
    expect(judge(CHINESE)).toMatchObject({ verdict: 'accept', issues: [] });
  });

  it.each([
    ['empty', ''],
    ['empty', ' \n '],
    ['identical-to-source', ENGLISH],
    ['wrong-language', ENGLISH.replaceAll('cloth', 'fabric')],
    ['title-as-abstract', '从短视频中学习叠衣的机器人规划方法'],
    ['length', '叠衣机器人必须围绕布料进行规划。我们描述了一种规划器。它能够恢复。'],
  ])('finds %s and asks for a new translation', (code, target) => {
    expect(codes(target)).toContain(code);
    expect(judge(target).verdict).toBe('retranslate');
  });

  it('lets a title of names stay as it is', () => {
    expect(verify({ source: 'FoldBot 2.0', target: 'FoldBot 2.0', genre: 'title' }).verdict).toBe('accept');
  });

  it('ranks a worse translation lower', () => {
    expect(judge('从短视频中学习叠衣的机器人规划方法').score).toBeLessThan(judge(CHINESE).score);
  });
});

const SEED = new URL('../../../../shared/corpus/dev/4-Mar-2025__topic__Multimodal_related_papers.md', import.meta.url);

/** Enough of a digest reader for one well-formed file. */
function abstractsOf(markdown: string): { id: string; source: string; target: string }[] {
  return markdown
    .split(/^---$/mu)
    .filter((block) => block.includes('**Abstract**'))
    .map((block) => ({
      id: /arxiv\.org\/pdf\/([\d.]+)/u.exec(block)?.[1] ?? '',
      source: /\*\*Abstract\*\*: ([^]*?)\*\*Abstract \(ZH\)/u.exec(block)?.[1]?.trim() ?? '',
      target: /\*\*Abstract \(ZH\)\*\*: ([^]*)$/u.exec(block)?.[1]?.trim() ?? '',
    }));
}

const present = existsSync(SEED);
if (!present) console.warn(`skipped, the corpus is not there: ${SEED.pathname}`);

(present ? describe : describe.skip)('a real digest', () => {
  it('has exactly three abstracts to translate again', () => {
    const papers = abstractsOf(readFileSync(SEED, 'utf8'));
    expect(papers).toHaveLength(10);
    const again = papers.filter((paper) => verify({ ...paper, genre: 'abstract' }).verdict === 'retranslate');
    expect(again.map(({ id }) => id).sort()).toEqual(['2503.00619', '2503.01019', '2503.01715']);
  });
});
