import { feedOf } from './feed-of.ts';

test.each([
  ['4-Mar-2025/AI/README.md', ''],
  ['4-Mar-2025__topic__LLM_related_papers.md', ''],
  ['archive/4-Mar-2025/topic/LLM_related_papers.md', 'archive'],
  ['a/b/4-Mar-2025/AI/README.md', 'a/b'],
  ['2025/2025-03-04.md', '2025'],
  ['20250304.md', ''],
  ['notes/README.md', 'notes'],
  ['README.md', ''],
])('%s is of the feed %j', (path, feed) => {
  expect(feedOf(path)).toBe(feed);
});
