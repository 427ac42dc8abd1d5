import { found } from '../testing/texts.ts';

describe('presence', () => {
  it.each(['', ' \n', '。。。', '…'])('takes %j for no translation', (target) => {
    expect(found('empty', target)).toMatchObject([{ severity: 'critical', probability: 1 }]);
  });
  it('asks nothing of a source that says nothing', () => {
    expect(found('empty', '…', '…')).toEqual([]);
    expect(found('empty', '', '')).toEqual([]);
  });
});
