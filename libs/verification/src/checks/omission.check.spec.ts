import { CHINESE, ENGLISH, found, SENTENCES } from '../testing/texts.ts';

describe('omission', () => {
  it('finds nothing in a whole translation', () => {
    expect([...found('omission', CHINESE), ...found('addition', CHINESE), ...found('unrelated', CHINESE)]).toEqual([]);
  });

  it('names the sentence that is missing', () => {
    const [issue] = found('omission', SENTENCES.filter((_, index) => index !== 2).join(''));
    expect(issue?.message.en).toContain('In experiments with four kinds of towels');
  });

  it('takes several sentences missing at the end for a text that breaks off', () => {
    expect(found('truncated', SENTENCES.slice(0, 2).join(''))).toMatchObject([{ severity: 'critical' }]);
  });

  it('lets a short sentence be said in other words', () => {
    const source = `${ENGLISH} We will open-source it soon.`;
    const added = found('addition', `${CHINESE}代码将开源。`, source);
    expect(added.filter(({ probability }) => probability >= 0.5)).toEqual([]);
  });

  it('marks a sentence that the source lacks', () => {
    const extra = '该数据集由三家医院的放射科医生标注，并经过伦理委员会批准。';
    const target = SENTENCES[0] + extra + SENTENCES.slice(1).join('');
    const spans = found('addition', target).flatMap((issue) => issue.target.map((span) => target.slice(...span)));
    expect(spans).toEqual([extra]);
  });

  it('knows a translation of another text', () => {
    const other =
      '蛋白质结构预测对药物发现具有重要意义。本文构建了一个图神经网络，用于预测分子与受体的结合亲和力，并在公开基准上进行了评估，优于现有的打分函数。';
    expect(found('unrelated', other)).toMatchObject([{ severity: 'critical' }]);
  });
});
