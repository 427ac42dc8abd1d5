import { ENGLISH, found } from '../testing/texts.ts';

describe('language', () => {
  it.each([
    ['an English paraphrase', ENGLISH.replaceAll('cloth', 'fabric')],
    ['Japanese', 'ロボットは布を折りたたむために計画を立てなければならない。我々はFoldNetを提案する。'],
    ['Korean', '로봇은 천을 접기 위해 계획을 세워야 한다. 우리는 FoldNet을 제안한다.'],
    ['Russian', 'Роботы складывают бельё FoldNet with towels and videos and more words'],
  ])('knows that %s is not Chinese', (_, target) => {
    expect(found('wrong-language', target)).toMatchObject([{ severity: 'critical' }]);
  });
  it('lets a short title of names be', () =>
    expect(found('wrong-language', 'FoldNet v2.0', 'FoldNet 2.0', 'title')).toEqual([]));
});
