import { CHINESE, found } from '../testing/texts.ts';

const words = (target: string) => found('untranslated-word', target).map(({ evidence }) => evidence['word']);

describe('untranslated-word', () => {
  it('finds nothing in a plain translation', () => expect(words(CHINESE)).toEqual([]));
  it('marks a plain word', () => expect(words(CHINESE.replace('鲁棒性', 'robustness'))).toEqual(['robustness']));
  it('lets a gloss in brackets be', () => expect(words(CHINESE.replace('鲁棒性', '鲁棒性（robustness）'))).toEqual([]));
  it('takes a word that the source lacks more seriously', () => {
    expect(found('untranslated-word', CHINESE.replace('鲁棒性', 'sturdiness'))).toMatchObject([{ severity: 'major' }]);
  });
});
