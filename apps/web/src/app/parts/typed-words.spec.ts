import { TypedWords } from './typed-words.ts';

it('words that come back late take no letter away that was typed since', () => {
  const typed = new TypedWords();
  typed.leave('lib');
  expect(typed.come('lib', 'libra')).toBe('libra');
  typed.leave('libra');
  typed.leave('librar');
  expect(typed.come('libra', 'librari')).toBe('librari');
  expect(typed.come('librar', 'librari')).toBe('librari');
});

it('what the address says otherwise is shown, also what was typed once', () => {
  const typed = new TypedWords();
  typed.leave('robot');
  typed.leave('robots');
  expect(typed.come('robots', 'robots')).toBe('robots');
  expect(typed.come('robot', 'robots')).toBe('robot');
  typed.leave('maps');
  expect(typed.come('', 'maps')).toBe('');
  expect(typed.come('maps', '')).toBe('maps');
});
