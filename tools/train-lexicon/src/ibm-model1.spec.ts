import { IbmModel1 } from './ibm-model1.ts';

test('IBM Model 1 learns which word stands for which', () => {
  // house 0, book 1, the-like 2 · 房子 0, 书 1, 这 2
  const beads = [
    { stems: [2, 0], words: [2, 0] },
    { stems: [2, 1], words: [2, 1] },
    { stems: [0], words: [0] },
  ];
  const model = new IbmModel1(beads, { stems: 3, words: 3 }, 8);
  for (let step = 0; step < 20; step += 1) model.iterate();
  const best = new Map<number, { word: number; forward: number }>();
  for (const { stem, word, forward } of model.cells()) {
    if (forward > (best.get(stem)?.forward ?? 0)) best.set(stem, { word, forward });
  }
  expect([0, 1, 2].map((stem) => [stem, best.get(stem)?.word])).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
});
