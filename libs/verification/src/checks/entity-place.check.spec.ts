import { found } from '../testing/texts.ts';

const SOURCE =
  'We compare two planners for household robots. MOPP searches the whole map and needs much memory. ' +
  'RAXE samples random paths and runs on small computers.';
const TARGET =
  '我们比较了两种家用机器人规划器。MOPP搜索整个地图，需要大量内存。RAXE对随机路径进行采样，可在小型计算机上运行。';

const kinds = (target: string) =>
  found('entity', target, SOURCE)
    .filter(({ check }) => check === 'entity-place')
    .map(({ evidence }) => evidence['kind']);

describe('entity-place', () => {
  it('finds nothing where each name has its place', () => expect(kinds(TARGET)).toEqual([]));

  it('sees that two names were swapped', () => {
    const swapped = TARGET.replace('MOPP', '#').replace('RAXE', 'MOPP').replace('#', 'RAXE');
    expect(kinds(swapped)).toEqual(['swapped', 'swapped']);
  });

  it('knows a name that the source writes in small letters, or within another name', () => {
    const source = 'Condor: Data for GenAI and LLM alignment in small research groups';
    expect(found('entity', 'CONDOR：面向小型研究团队的生成式AI与语言模型对齐数据', source, 'title')).toEqual([]);
  });

  it('sees that one name stands for both', () => {
    expect(kinds(TARGET.replace('RAXE', 'MOPP'))).toEqual(['replaced']);
  });
});
