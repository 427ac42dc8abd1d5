/**
 * Whether any character of what is known to be UTF-8 is odd, as `findOddCharacters` says, or beyond U+FFFF, where the
 * halves of pairs must be looked at. Far faster than a search in a string, so that the texts of nearly all files need not
 * be searched.
 */
export function mayBeOdd(utf8: Uint8Array): boolean {
  // Four at a time, for most bytes are printable ASCII; words begin at multiples of four.
  const first = -utf8.byteOffset & 3;
  if (utf8.length < first) return walk(PLAIN, utf8, 0, utf8.length) === ODD;
  const words = new Int32Array(utf8.buffer, utf8.byteOffset + first, (utf8.length - first) >> 2);
  let state = walk(PLAIN, utf8, 0, first);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? 0;
    // Below 0x20 the difference, and above 0x7e the sum, has one of these bits.
    if ((((word + 0x0101_0101) | (word - 0x2020_2020)) & 0x8080_8080) === 0) continue;
    if (state === PLAIN && isPlain(word)) continue;
    const from = first + index * 4;
    state = walk(state, utf8, from, from + 4);
    if (state === ODD) return true;
  }
  return walk(state, utf8, first + words.length * 4, utf8.length) === ODD;
}

/** Bytes are passed through a table: branches on them would be compiled anew for each shape of text that comes along. */
const PLAIN = 0;
/** What one state of the table is behind: a lead byte that odd characters have, with the byte after it or without. */
const [AFTER_C2, AFTER_E2, AFTER_E2_80, AFTER_E2_81, AFTER_EF, AFTER_EF_BB, AFTER_EF_BF, ODD] = [
  1, 2, 3, 4, 5, 6, 7, 8,
];

/** The state after a byte, at `state << 8 | byte`. */
const NEXT = nextStates();

function isPlain(word: number): boolean {
  // The first 256 places of the table are those of PLAIN.
  const states =
    (NEXT[word & 0xff] ?? 0) |
    (NEXT[(word >>> 8) & 0xff] ?? 0) |
    (NEXT[(word >>> 16) & 0xff] ?? 0) |
    (NEXT[word >>> 24] ?? 0);
  return states === PLAIN;
}

function walk(before: number, utf8: Uint8Array, from: number, to: number): number {
  let state = before;
  for (let at = from; at < to; at += 1) state = NEXT[(state << 8) | (utf8[at] ?? 0)] ?? PLAIN;
  return state;
}

function nextStates(): Uint8Array {
  const next = new Uint8Array((ODD + 1) << 8);
  const set = (state: number, first: number, last: number, value: number): void => {
    next.fill(value, (state << 8) | first, ((state << 8) | last) + 1);
  };
  // Controls but tab and line feed, DEL, and what UTF-16 has pairs for.
  set(PLAIN, 0x00, 0x08, ODD);
  set(PLAIN, 0x0b, 0x1f, ODD);
  set(PLAIN, 0x7f, 0x7f, ODD);
  set(PLAIN, 0xf0, 0xff, ODD);
  set(PLAIN, 0xc2, 0xc2, AFTER_C2);
  set(PLAIN, 0xe2, 0xe2, AFTER_E2);
  set(PLAIN, 0xef, 0xef, AFTER_EF);
  // U+0080 to U+00A0, U+00AD.
  set(AFTER_C2, 0x80, 0xa0, ODD);
  set(AFTER_C2, 0xad, 0xad, ODD);
  set(AFTER_E2, 0x80, 0x80, AFTER_E2_80);
  set(AFTER_E2, 0x81, 0x81, AFTER_E2_81);
  // U+200B to U+200F, U+2028 to U+202F, U+2060 to U+206F.
  set(AFTER_E2_80, 0x8b, 0x8f, ODD);
  set(AFTER_E2_80, 0xa8, 0xaf, ODD);
  set(AFTER_E2_81, 0xa0, 0xaf, ODD);
  // U+FEFF, U+FFF9 to U+FFFF.
  set(AFTER_EF, 0xbb, 0xbb, AFTER_EF_BB);
  set(AFTER_EF, 0xbf, 0xbf, AFTER_EF_BF);
  set(AFTER_EF_BB, 0xbf, 0xbf, ODD);
  set(AFTER_EF_BF, 0xb9, 0xbf, ODD);
  set(ODD, 0x00, 0xff, ODD);
  return next;
}
