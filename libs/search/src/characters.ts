/** What a character is to search: nothing, a part of a word, a common Chinese character, or something to be folded. */
export const OTHER = 0;
export const PLAIN = 1;
export const CAPITAL = 2;
export const HAN = 3;
export const FOREIGN = 4;
export type CharacterClass = typeof OTHER | typeof PLAIN | typeof CAPITAL | typeof HAN | typeof FOREIGN;

/** Letters, digits and their marks, of any script. */
const SEARCHABLE = /^[\p{L}\p{N}\p{M}]$/u;
const UNKNOWN = 255;

/** The classes of the basic plane, each found out when it is first met: a test by regular expression is dear. */
const classes = new Uint8Array(0x10000).fill(UNKNOWN);

/** @param point a code point; a lone surrogate is {@link OTHER} */
export function classOf(point: number): CharacterClass {
  if (point > 0xffff) return classify(point);
  const known = classes[point];
  if (known !== UNKNOWN) return known as CharacterClass;
  const found = classify(point);
  classes[point] = found;
  return found;
}

function classify(point: number): CharacterClass {
  if ((point >= 0x61 && point <= 0x7a) || (point >= 0x30 && point <= 0x39)) return PLAIN;
  if (point >= 0x41 && point <= 0x5a) return CAPITAL;
  if (point >= 0x4e00 && point <= 0x9fff) return HAN;
  return SEARCHABLE.test(String.fromCodePoint(point)) ? FOREIGN : OTHER;
}
