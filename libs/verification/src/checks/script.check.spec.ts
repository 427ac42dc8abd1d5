import { CHINESE, found } from '../testing/texts.ts';

describe('script', () => {
  it('finds nothing in simplified Chinese', () => expect(found('script', CHINESE)).toEqual([]));
  it('marks traditional characters', () => {
    expect(found('script', '疊衣機器人必須圍繞從不保持形狀的布料進行規劃。')).toMatchObject([{ severity: 'major' }]);
  });
  it('marks kana and Cyrillic', () => {
    expect(found('script', CHINESE.replace('毛巾', 'タオル'))).toMatchObject([{ severity: 'major' }]);
    expect(found('script', CHINESE.replace('毛巾', 'полотенце'))).toMatchObject([{ severity: 'major' }]);
  });
  it('marks broken characters, lone surrogates too', () => {
    expect(found('script', CHINESE.replace('毛巾', '\ufffd'))).toHaveLength(1);
    expect(found('script', CHINESE.replace('毛巾', '\ud800'))).toHaveLength(1);
  });
});
