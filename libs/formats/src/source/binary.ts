import { STEP_BYTES, type Steps } from '../steps.ts';

/** Beginnings of files that are often renamed or uploaded by mistake. */
const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  // What editors call "Unicode"; Chinese alone has hardly a zero byte in it.
  ['UTF-16, which is not read: save it as UTF-8', [0xff, 0xfe]],
  ['UTF-16, which is not read: save it as UTF-8', [0xfe, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['ELF', [0x7f, 0x45, 0x4c, 0x46]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00]],
];

/** Text has hardly any; UTF-16 has about a half, a torn write a long tail of them. */
const NUL_SHARE = 0.01;

/** What kind of binary data this is, or null where it may be text. */
export function* binaryKind(bytes: Buffer): Steps<string | null> {
  const signature = SIGNATURES.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (signature) return `it begins like ${signature[0]}`;
  const nuls = bytes.includes(0) ? yield* countNuls(bytes) : 0;
  return nuls > bytes.length * NUL_SHARE ? `${nuls} of its ${bytes.length} bytes are zero` : null;
}

function* countNuls(bytes: Uint8Array): Steps<number> {
  let count = 0;
  for (let from = 0; from < bytes.length; from += STEP_BYTES) {
    for (const byte of bytes.subarray(from, from + STEP_BYTES)) if (byte === 0) count += 1;
    yield;
  }
  return count;
}
