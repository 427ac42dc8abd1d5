import { capOf, marksBehind } from './text-cap.ts';

describe('a long text', () => {
  it('that is of usual length is not cut', () => {
    expect(capOf('word '.repeat(384), 'en')).toBeNull();
    expect(capOf('很'.repeat(1_250), 'zh')).toBeNull();
  });

  it('is cut at the end of a word', () => {
    const text = 'sentence '.repeat(1_200);
    const cap = capOf(text, 'en') ?? 0;
    expect(cap).toBeGreaterThan(1_900);
    expect(cap).toBeLessThanOrEqual(2_000);
    expect(text.slice(0, cap)).toMatch(/sentence$/);
  });

  it('of one word is cut within it, between whole characters', () => {
    expect(capOf('W'.repeat(10_000), 'en')).toBe(2_000);
    expect(capOf(`很${'😀'.repeat(5_000)}`, 'zh')).toBe(999);
  });

  it('is not cut within a formula, unless that is all there is', () => {
    const before = 'a'.repeat(1_990);
    expect(capOf(`${before} $x + ${'y + '.repeat(50)}z$ ${'b'.repeat(3_000)}`, 'en')).toBe(1_991);
    expect(capOf(`$${'y'.repeat(9_000)}$`, 'en')).toBe(2_000);
  });

  it('counts the marks that are not to be seen', () => {
    const marks = [
      { spans: [[0, 5]] as const },
      {
        spans: [
          [10, 20],
          [900, 910],
        ] as const,
      },
      { spans: [[900, 950]] as const },
      { spans: [] },
    ];
    expect(marksBehind(marks, 100)).toBe(1);
  });
});
