import { STEP_BYTES, type Steps } from '../steps.ts';

/** Where a byte sequence stops being UTF-8. */
export interface InvalidUtf8 {
  /** Bytes from 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** UTF-16 code units from 1. */
  readonly column: number;
}

const LINE_FEED = 0x0a;

/** Finds the first byte of the first sequence that is not UTF-8; null where all is well. */
export function* findInvalidUtf8(bytes: Uint8Array): Steps<InvalidUtf8 | null> {
  let line = 1;
  let column = 1;
  let pause = STEP_BYTES;
  for (let offset = 0; offset < bytes.length;) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return { offset, line, column };
    if (bytes[offset] === LINE_FEED) {
      line += 1;
      column = 1;
    } else {
      // Beyond U+FFFF a character is two units of UTF-16.
      column += length === 4 ? 2 : 1;
    }
    offset += length;
    if (offset < pause) continue;
    yield;
    pause = offset + STEP_BYTES;
  }
  return null;
}

/** Length of the well-formed sequence at an offset (RFC 3629, section 4), 0 where there is none. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  const [least, most] = secondByte(lead);
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[offset + index] ?? 0;
    if (index === 1 ? byte < least || byte > most : byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

/** No overlong forms, no surrogates, nothing beyond U+10FFFF. */
function secondByte(lead: number): readonly [least: number, most: number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
