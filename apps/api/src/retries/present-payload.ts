import type { PayloadBody } from '../contract/retries.schema.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as a person can read them. @param size of all of it */
export function presentPayload(bytes: Buffer | null, size: number | null): PayloadBody | null {
  if (bytes === null || size === null) return null;
  const about = { size, isWhole: bytes.length === size };
  const text = decode(bytes);
  if (text === null) return { ...about, json: null, text: null, base64: bytes.toString('base64') };
  const json = parse(text);
  return json === undefined
    ? { ...about, json: null, text, base64: null }
    : { ...about, json, text: null, base64: null };
}

/** @returns null when it is no UTF-8; a character that was cut in two at the end is left out */
function decode(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes.subarray(0, endOfLastCharacter(bytes)));
  } catch {
    return null;
  }
}

function endOfLastCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(4, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
