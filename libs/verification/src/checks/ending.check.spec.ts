import { CHINESE, found } from '../testing/texts.ts';

describe('ending', () => {
  it.each([CHINESE, `${CHINESE.slice(0, -1)}！`, `${CHINESE.slice(0, -1)}”。`, `${CHINESE}代码：this https URL`])(
    'lets %s end',
    (target) => expect(found('truncated', target)).toEqual([]),
  );

  it.each([-4, -9, -14])('sees that the text breaks off (%i)', (at) => {
    expect(found('truncated', CHINESE.slice(0, at))[0]).toMatchObject({ severity: 'critical', check: 'ending' });
  });
});
