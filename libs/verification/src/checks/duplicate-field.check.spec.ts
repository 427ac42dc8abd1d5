import { verify } from '../verify.ts';
import { CHINESE, ENGLISH } from '../testing/texts.ts';

const judge = (otherTargets: readonly string[]) =>
  verify({ source: ENGLISH, target: CHINESE, genre: 'abstract', otherTargets });

describe('duplicate-field', () => {
  it('knows the translation of another field', () => {
    expect(judge([` ${CHINESE}`]).issues).toMatchObject([{ code: 'duplicate-field', severity: 'critical' }]);
  });
  it('finds nothing where the fields differ', () => expect(judge(['叠衣机器人']).issues).toEqual([]));
});
