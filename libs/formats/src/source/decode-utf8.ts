import { Buffer, isAscii, transcode } from 'node:buffer';
import { STEP_BYTES, type Steps } from '../steps.ts';
import { mayBeOdd } from '../text/may-be-odd.ts';

/** A text, and whether it may hold a character that `findOddCharacters` finds. */
export interface Decoded {
  readonly text: string;
  readonly mayBeOdd: boolean;
}

/** So much is decoded at once; nearly every file is smaller. */
const WINDOW_BYTES = 16 * STEP_BYTES;

/**
 * Decodes what is known to be UTF-8. Node's `transcode` works on many bytes at a time and is three times as fast as its
 * decoders (`npm run bench -- parse` shows both); what is ASCII needs half of the memory, and is copied in half the time.
 */
export function* decodeUtf8(bytes: Buffer): Steps<Decoded> {
  const ascii = isAscii(bytes);
  if (bytes.length <= WINDOW_BYTES) {
    const text = ascii ? bytes.toString('latin1') : transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
    return { text, mayBeOdd: mayBeOdd(bytes) };
  }
  const units = Buffer.allocUnsafe(ascii ? 0 : bytes.length * 2);
  let length = 0;
  let odd = false;
  for (let from = 0; from < bytes.length;) {
    const to = beginOfCharacter(bytes, from + WINDOW_BYTES);
    const window = bytes.subarray(from, to);
    odd ||= mayBeOdd(window);
    if (!ascii) length += transcode(window, 'utf8', 'utf16le').copy(units, length);
    from = to;
    yield;
  }
  return { text: ascii ? bytes.toString('latin1') : units.toString('utf16le', 0, length), mayBeOdd: odd };
}

/** The offset, or where the character begins that it would divide: bytes that go on with one are `10xxxxxx`. */
function beginOfCharacter(bytes: Uint8Array, offset: number): number {
  let at = offset;
  while (((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}
