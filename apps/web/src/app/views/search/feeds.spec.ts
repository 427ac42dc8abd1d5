import { feedsOf } from './feeds.ts';

describe('the feeds of a search', () => {
  it('find what the search finds, in the language of the reader', () => {
    expect(feedsOf({ q: '"big data" 中文', verdict: 'flag' }, 'zh')).toEqual([
      { name: 'RSS', address: '/api/feed.rss?q=%22big+data%22+%E4%B8%AD%E6%96%87&verdict=flag&lang=zh' },
      { name: 'JSON Feed', address: '/api/feed.json?q=%22big+data%22+%E4%B8%AD%E6%96%87&verdict=flag&lang=zh' },
    ]);
  });
});
