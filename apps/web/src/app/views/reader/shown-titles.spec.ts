import { shownTitles } from './shown-titles.ts';

describe('the titles that are shown', () => {
  it.each([
    ['side-by-side', ['en', 'zh']],
    ['interleaved', ['en', 'zh']],
    ['en', ['en']],
    ['zh', ['zh']],
  ] as const)('are those of the layout: %s', (layout, sides) => {
    expect(shownTitles(layout, { zh: '中' })).toEqual(sides);
    expect(shownTitles(layout, { zh: null })).toEqual(['en']);
  });
});
