import { tokenize } from '@diglot/search';
import { frequentPhrases, frequentWords, toCountedText } from './frequent-phrases.ts';

const texts = [
  ['Large language models plan', '大语言模型会规划'],
  ['A large language model', '一个大语言模型'],
  ['Models, large and small', '模型有大有小'],
].map((fields) => toCountedText(fields.map(tokenize)));

it('finds the phrases that enough texts hold, each text counted once', () => {
  const { han, words } = frequentPhrases([...texts, toCountedText([tokenize('large large large')])], 2);
  expect(words).toEqual(['languag model', 'larg languag', 'larg languag model']);
  expect(han).toEqual(expect.arrayContaining(['大语言', '大语言模型', '语言模型', '大', '模']));
  expect(han).not.toContain('大语');
  expect(han).not.toContain('规');
});

it('finds every beginning of a phrase that it finds, for indexing stops where one is missing', () => {
  const { han, words } = frequentPhrases(texts, 2);
  for (const phrase of han.filter(({ length }) => length > 3)) expect(han).toContain(phrase.slice(0, -1));
  for (const phrase of words.filter((text) => text.split(' ').length > 2)) {
    expect(words).toContain(phrase.split(' ').slice(0, -1).join(' '));
  }
});

it('lets no phrase reach over another script or into the next field', () => {
  const apart = Array.from({ length: 3 }, () => toCountedText(['large 大 language', 'models'].map(tokenize)));
  expect(frequentPhrases(apart, 1).words).toEqual([]);
});

it('finds single words', () => {
  expect(frequentWords(texts, 3)).toEqual(['larg', 'model']);
});
