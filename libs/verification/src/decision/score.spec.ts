import { CHINESE, ENGLISH, judgeWithLexicon, SENTENCES } from '../testing/texts.ts';

const scoreOf = (target: string) => judgeWithLexicon({ source: ENGLISH, target, genre: 'abstract' }).score;

describe('score', () => {
  it('is 100 where nothing is found and 0 where nothing is there', () => {
    expect(scoreOf(CHINESE)).toBe(100);
    expect(scoreOf('')).toBe(0);
  });

  it('ranks the better candidate higher', () => {
    const ranked = [
      CHINESE,
      CHINESE.replace('鲁棒性', 'robustness'),
      CHINESE.replace('92%', '29%'),
      SENTENCES[0],
      '',
    ].map(scoreOf);
    expect(ranked.toSorted((first, second) => second - first)).toEqual(ranked);
    expect(new Set(ranked).size).toBe(ranked.length);
  });
});
