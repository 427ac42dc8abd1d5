import { newsOf } from './news.ts';

const WHOLE = { ids: ['a', 'b', 'c'], first: 3, isWhole: true };
const PART = { ids: ['a', 'b', 'c', 'd'], first: 2, isWhole: false };

describe('what a question would bring now', () => {
  it.each([
    ['nothing else', WHOLE, ['a', 'b', 'c'], null],
    ['the same in another order', WHOLE, ['c', 'a', 'b'], null],
    ['a new one before the others', WHOLE, ['x', 'a', 'b', 'c'], 'new'],
    ['a new one behind the others', WHOLE, ['a', 'b', 'c', 'x'], 'new'],
    ['one for another', WHOLE, ['a', 'x', 'c'], 'new'],
    ['one less', WHOLE, ['a', 'c'], 'gone'],
    ['nothing any more', WHOLE, [], 'gone'],
    ['the first that match', { ids: [], first: 0, isWhole: true }, ['x'], 'new'],
    ['nothing still', { ids: [], first: 0, isWhole: true }, [], null],
    ['the same of a longer list', PART, ['a', 'b'], null],
    ['a new one of a longer list', PART, ['x', 'a'], 'new'],
    ['one less of a longer list, so that a later one moves up', PART, ['b', 'c'], 'gone'],
    ['one less, so that one moves up that was not loaded', { ...PART, ids: ['a', 'b'] }, ['b', 'e'], 'gone'],
    ['nothing but new ones', PART, ['x', 'y'], 'new'],
  ] as const)('%s', (_, shown, now, news) => {
    expect(newsOf(shown, now)).toBe(news);
  });
});
