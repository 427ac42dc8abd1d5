import { CHINESE, found } from '../testing/texts.ts';

const kinds = (target: string) => found('negation', target).map(({ evidence }) => evidence['kind']);

describe('negation', () => {
  it('finds nothing in a plain translation', () => expect(kinds(CHINESE)).toEqual([]));
  it('is evidence only', () => {
    expect(found('negation', CHINESE.replace('提高了', '降低了'))).toMatchObject([{ severity: 'minor' }]);
  });
  it('marks an opposite', () => expect(kinds(CHINESE.replace('提高了', '降低了'))).toEqual(['opposite']));
});
