import type { Silence } from '../../../api/types.ts';
import { silencesOn, stateOf } from './day-state.ts';

const DAY = '2025-03-05';
const complete = { state: 'complete' } as const;
const partial = { state: 'partial' } as const;
const missing = { state: 'missing' } as const;
const silentSince = (since: string): Silence => ({ source: 'a', feed: 'daily', since, until: '2026-11-26' });

describe('what is said of a day', () => {
  it.each([
    [[complete, complete], 'complete'],
    [[missing, missing], 'missing'],
    [[complete, missing], 'partial'],
    [[complete, partial], 'partial'],
    [[], null],
  ])('of its sources: %j is %s', (items, expected) => {
    expect(stateOf(DAY, items, [])).toBe(expected);
  });

  it('is never that it is complete while a feed is silent', () => {
    const silent = [silentSince('2025-03-03')];
    expect(stateOf(DAY, [complete], silent)).toBe('silent');
    expect(stateOf(DAY, [], silent)).toBe('silent');
    expect(stateOf(DAY, [partial], silent)).toBe('partial');
  });

  it('is that something is missing when a feed falls silent', () => {
    expect(stateOf(DAY, [], [silentSince(DAY)])).toBe('missing');
    expect(stateOf(DAY, [complete], [silentSince(DAY)])).toBe('partial');
  });

  it('counts a silence from its first day to its last', () => {
    const silence = silentSince(DAY);
    const days = ['2025-03-04', DAY, '2026-11-26', '2026-11-27'];
    expect(days.filter((day) => silencesOn([silence], day).length > 0)).toEqual([DAY, '2026-11-26']);
  });
});
