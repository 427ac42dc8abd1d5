import { ERROR_TABLE, NOTICE_TABLE, type Explained } from '../index.ts';

const ALL: readonly (readonly [string, Explained])[] = [
  ...Object.entries(ERROR_TABLE),
  ...Object.entries(NOTICE_TABLE),
];

/** What is named in code letters, options, settings or signs is named the same in both languages. */
const NAMES = /`[^`]+`|--[a-z]+|DIGLOT_[A-Z_]+|\b(?:U\+[0-9A-F]+|docs\/[\w.]+|\d+(?:,\d{3})*)/g;

describe.each(ALL)('%s', (_, { meaning, remedy, zh }) => {
  it('is explained in English and in Chinese, by whole sentences that name the same things', () => {
    for (const text of [meaning, remedy]) expect(text).toMatch(/^[A-Z].*\.$/s);
    for (const text of [zh.meaning, zh.remedy]) expect(text).toMatch(/\p{Script=Han}.*[。]$/su);
    expect(namesOf(zh.meaning)).toEqual(namesOf(meaning));
    expect(namesOf(zh.remedy)).toEqual(namesOf(remedy));
  });
});

function namesOf(text: string): string[] {
  return (text.match(NAMES) ?? []).toSorted();
}
