import { DAY_STEPS, dayForm } from './day-ticks.ts';

describe('the ticks of a line of days', () => {
  it.each(['en-GB', 'zh-CN'])('are never two of the same words, however far they are apart: %s', (locale) => {
    for (const step of DAY_STEPS) {
      const format = new Intl.DateTimeFormat(locale, { ...dayForm(step), timeZone: 'UTC' });
      // Months are as long as they are: ticks of months stand at their first days.
      const at = (tick: number): number =>
        step < 30 * 86_400
          ? Date.UTC(2025, 10, 3) + tick * step * 1_000
          : Date.UTC(2025, Math.round((tick * step) / (30.4 * 86_400)), 1);
      const words = Array.from({ length: 6 }, (_, tick) => format.format(at(tick)));
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('are whole days', () => {
    expect(DAY_STEPS.filter((step) => step % 86_400 !== 0)).toEqual([]);
    expect(Math.min(...DAY_STEPS)).toBe(86_400);
  });
});
