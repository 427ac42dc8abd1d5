import { CHINESE, ENGLISH, judgeWithLexicon, SENTENCES } from '../testing/texts.ts';

const beads = (target: string) =>
  judgeWithLexicon({ source: ENGLISH, target, genre: 'abstract' }).alignment.map(({ source, target: span }) => [
    source === null ? null : ENGLISH.slice(...source).split(' ')[0],
    span === null ? null : target.slice(...span),
  ]);

describe('alignment', () => {
  it('pairs each sentence with its own', () => {
    expect(beads(CHINESE)).toEqual([
      ['Robots', SENTENCES[0]],
      ['We', SENTENCES[1]],
      ['In', SENTENCES[2]],
      ['The', SENTENCES[3]],
    ]);
  });

  it('joins what was joined', () => {
    expect(beads(CHINESE.replace('规划。', '规划，'))[0]).toEqual([
      'Robots',
      `${SENTENCES[0].slice(0, -1)}，${SENTENCES[1]}`,
    ]);
  });

  it('leaves a sentence alone that has no counterpart', () => {
    expect(beads(SENTENCES.filter((_, index) => index !== 2).join(''))).toContainEqual(['In', null]);
  });
});
