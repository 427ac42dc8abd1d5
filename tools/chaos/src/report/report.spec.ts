import { renderEnd } from './render-end.ts';
import { renderTable } from './render-table.ts';
import { isClean, tally } from './tally.ts';

const CLEAN = { kills: 1, lost: 0, doubled: 0, undrained: 0, secondsToDrain: 1.25 };
const result = (point: string, change: object = {}) => ({ point, ...CLEAN, ...change });

it('sums by point, and keeps the longest drain', () => {
  const totals = tally([result('b'), result('a'), result('b', { lost: 2, secondsToDrain: 3 })]);
  expect(totals).toEqual([
    { point: 'b', runs: 2, kills: 2, lost: 2, doubled: 0, undrained: 0, secondsToDrain: 3 },
    { point: 'a', runs: 1, kills: 1, lost: 0, doubled: 0, undrained: 0, secondsToDrain: 1.25 },
  ]);
});

it.each(['lost', 'doubled', 'undrained'])('is not clean with anything %s', (column) => {
  expect(isClean(tally([result('a')]))).toBe(true);
  expect(isClean(tally([result('a'), result('b', { [column]: 1 })]))).toBe(false);
});

it('prints a row for each point and one for all', () => {
  expect(renderTable(tally([result('b'), result('a', { kills: 2 })]))).toBe(
    [
      'crash point  runs  kills  lost  doubled  undrained  s to drain',
      'a               1      2     0        0          0         1.3',
      'b               1      1     0        0          0         1.3',
      'all             2      3     0        0          0            ',
    ].join('\n'),
  );
});

it('says at the end what was judged once', () => {
  const level = new Map([['parser', 100 * 2 ** 20]]);
  const now = new Map([['parser', 300 * 2 ** 20]]);
  const grown = [{ service: 'parser', before: 100 * 2 ** 20, now: 300 * 2 ** 20, limit: 214 * 2 ** 20 }];
  const memory = { baseline: level, now, judged: 'each service', grown } as const;
  expect(renderEnd({ memory, misfolded: 2 })).toEqual([
    'papers whose state is not the fold of their set: 2',
    'memory, MiB (judged: each service): parser 100 → 300: NOT back to its level',
    '   parser has 300 MiB, which is more than 214',
  ]);
  const fine = { ...memory, now: level, grown: [] };
  expect(renderEnd({ memory: fine, misfolded: 0 })[1]).toContain('parser 100 → 100: back to its level');
  expect(renderEnd({ memory: { ...fine, judged: 'nothing' }, misfolded: 0 })[1]).toContain(': too few runs');
});
