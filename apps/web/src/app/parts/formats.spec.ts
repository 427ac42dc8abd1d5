import { durationParts, formatsOf } from './formats.ts';

describe('formats', () => {
  it('write the same in the way of each language', () => {
    const [english, chinese] = [formatsOf('en', 'utc'), formatsOf('zh', 'utc')];
    expect([english.number(35731), chinese.number(35731)]).toEqual(['35,731', '35,731']);
    expect([english.day('2025-03-04'), chinese.day('2025-03-04')]).toEqual(['4 Mar 2025', '2025年3月4日']);
    expect(english.time('2025-03-04T23:30:00Z')).toBe('4 Mar 2025, 23:30:00 UTC');
  });

  it('keep a calendar day where it is, in every zone', () => {
    expect(formatsOf('en', 'local').longDay('2025-01-01')).toContain('1 January 2025');
  });

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [12_345, '12.3 kB'],
    [64 * 1024 * 1024, '67.1 MB'],
  ])('write %i bytes as %s', (count, text) => {
    expect(formatsOf('en', 'utc').bytes(count)).toBe(text);
  });

  it.each([
    [0.04, 0, 'seconds'],
    [3.14, 3.1, 'seconds'],
    [59.4, 59, 'seconds'],
    [90, 2, 'minutes'],
    [7_200, 2, 'hours'],
    [400_000, 5, 'days'],
  ] as const)('tell %d seconds as %d %s', (seconds, value, unit) => {
    expect(durationParts(seconds)).toEqual({ value, unit });
  });
});
