import { isOfPage, seeksPage } from './seeks-page.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

describe('who looks for a page', () => {
  it.each([
    ['GET', '/nowhere', BROWSER, true],
    ['HEAD', '/nowhere/at/all?x=1', BROWSER, true],
    ['GET', '/apian', 'application/json, TEXT/HTML ; q=0.5', true],
    ['POST', '/nowhere', BROWSER, false],
    ['GET', '/api', BROWSER, false],
    ['GET', '/api?x=1', BROWSER, false],
    ['GET', '/api/nothing', BROWSER, false],
    ['GET', '/nowhere', '*/*', false],
    ['GET', '/nowhere', 'text/html;q=0, */*', false],
    ['GET', '/nowhere', 'text/html;level=1;q=0.00', false],
    ['GET', '/nowhere', 'application/json', false],
    ['GET', '/nowhere', undefined, false],
  ])('%s %s, accepting %s: %s', (method, url, accepted, seeks) => {
    expect(seeksPage({ method, url, accepted })).toBe(seeks);
  });

  it('is asked of what could be an address of the page only', () => {
    expect(['/', '/nowhere', '/apian', '/api', '/api/', '/api?x'].filter(isOfPage)).toEqual([
      '/',
      '/nowhere',
      '/apian',
    ]);
  });
});
