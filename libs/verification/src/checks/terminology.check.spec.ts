import { found } from '../testing/texts.ts';

describe('terminology', () => {
  it('marks the wrong sense of a word', () => {
    const source = 'We train a Transformer to fold towels with two robot arms.';
    expect(found('terminology', '我们训练变压器用两只机械臂折叠毛巾。', source)).toHaveLength(1);
    expect(found('terminology', '我们训练Transformer用两只机械臂折叠毛巾。', source)).toEqual([]);
  });
  it('lets the other sense be', () => {
    const source = 'We inspect power transformers in a substation with two robot arms.';
    expect(found('terminology', '我们用两只机械臂检查变电站中的电力变压器。', source)).toEqual([]);
  });
  it('marks a term that is rendered in two ways', () => {
    const source = 'Each agent folds one towel. The agents never talk.';
    expect(found('terminology', '每个智能体折叠一条毛巾。代理从不交谈。', source)).toMatchObject([
      { severity: 'minor' },
    ]);
  });
});
