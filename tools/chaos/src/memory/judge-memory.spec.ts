import { describeMemory, judgeMemory, judgeSum, largest } from './judge-memory.ts';

const memory = (figures: Record<string, number>) =>
  new Map(Object.entries(figures).map(([service, mebibytes]) => [service, mebibytes * 2 ** 20]));
const baseline = memory({ parser: 120, translator: 200 });

it('lets a process grow by half and 64 MiB, and no further', () => {
  expect(judgeMemory(baseline, memory({ parser: 244, translator: 364 }))).toEqual([]);
  const grown = judgeMemory(baseline, memory({ parser: 245, translator: 364 }));
  expect(grown.map(({ service }) => service)).toEqual(['parser']);
});

it('finds the one that leaks, however small the others are', () => {
  expect(judgeMemory(baseline, memory({ parser: 20, translator: 500 }))).toEqual([
    { service: 'translator', before: 200 * 2 ** 20, now: 500 * 2 ** 20, limit: 364 * 2 ** 20 },
  ]);
});

it('judges the sum generously', () => {
  expect(judgeSum(baseline, memory({ parser: 500, translator: 652 }))).toEqual([]);
  expect(judgeSum(baseline, memory({ parser: 500, translator: 653 }))).toHaveLength(1);
});

it('takes the largest of what it saw for the level', () => {
  const level = largest(baseline, memory({ parser: 90, translator: 220, api: 80 }));
  expect(level).toEqual(memory({ parser: 120, translator: 220, api: 80 }));
});

it('says before and after', () => {
  expect(describeMemory(baseline, memory({ parser: 130, api: 80 }))).toBe('parser 120 → 130, api ? → 80');
});
