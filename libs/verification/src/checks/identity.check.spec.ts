import { ENGLISH, found } from '../testing/texts.ts';

describe('identity', () => {
  it('knows the source text', () => {
    expect(found('identical-to-source', `  ${ENGLISH.toUpperCase()} `)).toMatchObject([{ severity: 'critical' }]);
  });
  it('lets a title that is a name be', () => {
    expect(found('identical-to-source', 'FoldNet', 'FoldNet', 'title')).toMatchObject([{ severity: 'neutral' }]);
  });
});
