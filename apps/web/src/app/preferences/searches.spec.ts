import { readSearches, searchKey, toggleSearch } from './searches.ts';

describe('saved searches', () => {
  it('are kept once each, and forgotten', () => {
    const saved = toggleSearch(toggleSearch([], { q: 'a' }), { q: 'b', verdict: 'flag' });
    expect(saved).toEqual([{ q: 'b', verdict: 'flag' }, { q: 'a' }]);
    expect(readSearches(JSON.stringify(saved))).toEqual(saved);
    expect(toggleSearch(saved, { verdict: 'flag', q: 'b' })).toEqual([{ q: 'a' }]);
    expect(searchKey({ verdict: 'flag', q: 'b' })).toBe(searchKey({ q: 'b', verdict: 'flag' }));
  });

  it.each(['', 'no JSON', 'null', '{}', '[null, 7, {}, {"other": "x"}, {"q": 7}]'])(
    'survive what they cannot understand: %s',
    (kept) => {
      expect(readSearches(kept)).toEqual([]);
    },
  );
});
