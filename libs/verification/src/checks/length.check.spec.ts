import { CHINESE, found, SENTENCES } from '../testing/texts.ts';

describe('length', () => {
  it('finds nothing in a whole translation', () => expect(found('length', CHINESE)).toEqual([]));
  it('knows a title in the place of an abstract', () => {
    expect(found('title-as-abstract', '从视频中学习叠衣')).toMatchObject([{ severity: 'critical' }]);
  });
  it('knows half a translation', () =>
    expect(found('length', SENTENCES[0] + SENTENCES[3])).toMatchObject([{ severity: 'critical' }]));
  it('knows one that says twice as much', () =>
    expect(found('length', CHINESE + CHINESE)).toMatchObject([{ severity: 'major' }]));
});
