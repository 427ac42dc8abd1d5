import { secondsLeft } from './seconds-left.ts';

describe('how long the rest takes', () => {
  it('is told by how long it took so far', () => {
    expect(secondsLeft(0, 10_000, 100, 300)).toBe(30);
    expect(secondsLeft(0, 10_000, 100, 0)).toBe(0);
  });

  it('is not known before anything is done, or by a clock that is wrong', () => {
    expect(secondsLeft(0, 10_000, 0, 300)).toBeNull();
    expect(secondsLeft(20_000, 10_000, 5, 300)).toBeNull();
  });
});
