/**
 * Script of UTF-16 code units. Working by unit keeps every offset an offset of the original string; ideographs beyond
 * the BMP are found by their lead surrogates.
 */

/** CJK Unified Ideographs with extension A, compatibility ideographs and 〇. */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd88d) ||
    unit === 0x3007
  );
}

/** Hiragana, Katakana and half-width Katakana without the middle dot and the length mark, which Chinese uses too. */
export function isKana(unit: number): boolean {
  return (
    (unit >= 0x3041 && unit <= 0x309f) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x31f0 && unit <= 0x31ff) ||
    (unit >= 0xff66 && unit <= 0xff9f)
  );
}

export function isHangul(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x1100 && unit <= 0x11ff) || (unit >= 0x3130 && unit <= 0x318f);
}

/** Basic Latin letters. */
export function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Latin letters with those of Latin-1, Latin Extended-A and -B (names such as Poincaré or Erdős). */
export function isLatin(unit: number): boolean {
  return isAsciiLetter(unit) || (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7);
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
