import { MUTANT_NAMES } from './mutants.ts';
import type { Finding } from './run.ts';
import { ALL_VARIANTS, batchesOf, formatRow, isAsExpected, rowsOf, TABLE_HEAD, type Row } from './table.ts';

const specified: Row = { variant: null, profile: 'embedded', firstSeed: 7, runs: 600 };
const mutant: Row = { ...specified, variant: 'no_inbox' };
const findings: Finding[] = [
  { seed: 9, violations: ['rare', 'common'] },
  { seed: 12, violations: ['common'] },
];

describe('the table', () => {
  it('holds the specification in full, and a fifth as many runs of each mutant in all', () => {
    const rows = rowsOf({ runs: 60_000, profiles: ['embedded', 'kafka'], firstSeed: 0, variants: ALL_VARIANTS });
    const runsOf = (variant: Row['variant']): number[] =>
      rows.filter((row) => row.variant === variant).map(({ runs }) => runs);
    expect(runsOf(null)).toEqual([60_000, 60_000]);
    expect(runsOf('no_inbox')).toEqual([6_000, 6_000]);
    expect(runsOf('no_state_fence')).toEqual([12_000]);
    expect(new Set(rows.map(({ variant }) => variant)).size).toBe(MUTANT_NAMES.length + 1);
  });

  it('leaves out the mutants that do not concern the chosen profile', () => {
    const rows = rowsOf({ runs: 1, profiles: ['embedded'], firstSeed: 0, variants: ['no_state_fence', 'no_inbox'] });
    expect(rows).toEqual([{ variant: 'no_inbox', profile: 'embedded', firstSeed: 0, runs: 250 }]);
  });

  it('is run in batches that meet every seed once', () => {
    const seeds = batchesOf(specified).flatMap(({ firstSeed, runs }) =>
      Array.from({ length: runs }, (_, at) => firstSeed + at),
    );
    expect(seeds).toEqual(Array.from({ length: 600 }, (_, at) => 7 + at));
  });

  it('is as expected if the specification holds and every mutant is caught', () => {
    expect([isAsExpected(specified, []), isAsExpected(mutant, findings)]).toEqual([true, true]);
    expect([isAsExpected(specified, findings), isAsExpected(mutant, [])]).toEqual([false, false]);
  });

  it('names the commonest violation and the first seed', () => {
    expect(TABLE_HEAD).toBe(
      'variant                        profile      runs violating  commonest violation (first seed)',
    );
    expect(formatRow(mutant, findings)).toBe('no_inbox                       embedded      600         2  common (9)');
    expect(formatRow(specified, [])).toBe('AS SPECIFIED                   embedded      600         0  -');
  });
});
