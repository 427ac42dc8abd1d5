import type { Codes } from '../../api/types.ts';
import { explanationOf } from './explanation.ts';

describe('what a code means', () => {
  const english = { meaning: 'as the api said', remedy: 'as the api said' };
  const both = (what: string) => ({
    en: { meaning: `${what} en`, remedy: '' },
    zh: { meaning: `${what} zh`, remedy: '' },
  });
  const codes = {
    errors: { DIGLOT_BUG: { class: 'Bug', ...both('bug') } },
    notices: { 'days-missing': both('days') },
  } as unknown as Codes;

  it('is told in the language of the reader, for errors and for notices', () => {
    expect(explanationOf(codes, 'zh', 'DIGLOT_BUG', english).meaning).toBe('bug zh');
    expect(explanationOf(codes, 'zh', 'days-missing', english).meaning).toBe('days zh');
    expect(explanationOf(codes, 'en', 'DIGLOT_BUG', english).meaning).toBe('bug en');
  });

  it('is told as the api told it where the table does not know the code, or there is none', () => {
    for (const code of ['DIGLOT_OF_TOMORROW', 'toString', null]) {
      expect(explanationOf(codes, 'zh', code, english)).toBe(english);
    }
  });
});
