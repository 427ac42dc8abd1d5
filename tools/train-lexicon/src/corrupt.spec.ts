import { corrupt, CORRUPTIONS } from './corrupt.ts';
import { Random } from './random.ts';

const pair = {
  arxivId: '2501.00001',
  genre: 'abstract' as const,
  source: 'FoldNet folds 1,200 towels. It beats GripX by 5%. The results are better than those of people in tests.',
  target:
    'FoldNet可以折叠1200条毛巾，这是一个了不起的数量，令人印象深刻。它比GripX提高了5%，而且不需要模型。在所有测试中，结果都优于人工折叠的结果。',
};
const around = {
  title: '折叠',
  other: { ...pair, arxivId: '2501.00002', target: 'RiverSim模拟河流，并预测洪水的发生时间和范围。' },
};

describe('corrupt', () => {
  it.each(CORRUPTIONS)('%s changes the translation, the same way for the same seed', (kind) => {
    const make = () => corrupt(kind, pair, new Random(3), around);
    expect(make()).not.toBeNull();
    expect(make()).not.toBe(pair.target);
    expect(make()).toBe(make());
  });
});
