import { foldAuthors } from './fold-authors.ts';

const authors = (count: number): string[] => Array.from({ length: count }, (_, index) => `Author ${index}`);

describe('the authors of a paper', () => {
  it.each([0, 1, 10, 12])('are all there where they are %d', (count) => {
    expect(foldAuthors(authors(count))).toEqual({ shown: authors(count), more: 0 });
  });

  it.each([13, 120, 3_000])('are folded where they are %d', (count) => {
    expect(foldAuthors(authors(count))).toEqual({ shown: authors(10), more: count - 10 });
  });
});
