import { Buffer, isUtf8 } from 'node:buffer';
import { DiglotError } from '@diglot/domain';
import type { ReadOptions } from '../digest-file.ts';
import { STEP_BYTES, type Steps } from '../steps.ts';
import { mayBeOdd } from '../text/may-be-odd.ts';
import { withoutRemarks } from '../text/remarks.ts';
import { skipSpace } from '../text/white-space.ts';
import { binaryKind } from './binary.ts';
import { decodeUtf8, type Decoded } from './decode-utf8.ts';
import { findInvalidUtf8 } from './invalid-utf8.ts';

const BOM = [0xef, 0xbb, 0xbf] as const;

/** How much of a file tells what it is. */
const HEAD_LENGTH = 262_144;

/** A file's text, and what is known of all of it. */
export class SourceText {
  readonly text: string;
  /** false: nothing in it is odd, so that its parts need not be looked at. */
  readonly mayBeOdd: boolean;
  /** Where the first character stands that is not white space; the end, where there is none. */
  readonly start: number;
  /** The line of `start`, from 1. */
  readonly startLine: number;

  private constructor({ text, mayBeOdd }: Decoded, { start, line }: Beginning) {
    this.text = text;
    this.mayBeOdd = mayBeOdd;
    this.start = start;
    this.startLine = line;
  }

  /**
   * Takes the bytes of a file: UTF-8, with a BOM or without.
   *
   * @throws DiglotError `DIGLOT_DIGEST_BINARY`, or `DIGLOT_DIGEST_ENCODING` with line, column and byte offset
   */
  static *fromBytes(bytes: Uint8Array, { path }: ReadOptions): Steps<SourceText> {
    // A view, not a copy: a Buffer searches natively.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const binary = yield* binaryKind(buffer);
    if (binary !== null) throw new DiglotError('DIGLOT_DIGEST_BINARY', binary, { place: { file: path } });
    const body = BOM.every((byte, index) => buffer[index] === byte) ? buffer.subarray(BOM.length) : buffer;
    if (!isUtf8(body)) throw yield* encodingError(body, buffer.length - body.length, path);
    return yield* SourceText.of(yield* decodeUtf8(body));
  }

  /** Takes a text that is decoded already, with a BOM or without. */
  static *fromText(decoded: string): Steps<SourceText> {
    const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded;
    return yield* SourceText.of({ text, mayBeOdd: mayBeOdd(Buffer.from(text)) });
  }

  private static *of(decoded: Decoded): Steps<SourceText> {
    const text = withoutRemarks(decoded.text);
    return new SourceText({ ...decoded, text }, yield* findBeginning(text));
  }

  /** As much of the text as tells what it is. */
  get head(): string {
    return this.text.slice(0, this.start + HEAD_LENGTH);
  }
}

interface Beginning {
  readonly start: number;
  readonly line: number;
}

/** In steps, for a file may be nothing but white space. */
function* findBeginning(text: string): Steps<Beginning> {
  let line = 1;
  for (let from = 0; from < text.length; from += STEP_BYTES) {
    const to = Math.min(from + STEP_BYTES, text.length);
    const start = skipSpace(text, from, to);
    for (let at = text.indexOf('\n', from); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
    if (start < to) return { start, line };
    yield;
  }
  return { start: text.length, line };
}

function* encodingError(body: Buffer, bomLength: number, path: string): Steps<DiglotError> {
  const { offset, line, column } = (yield* findInvalidUtf8(body)) ?? { offset: 0, line: 1, column: 1 };
  const byte = (body[offset] ?? 0).toString(16).padStart(2, '0');
  const detail = `the bytes from offset ${offset + bomLength} on (0x${byte}) are not UTF-8`;
  return new DiglotError('DIGLOT_DIGEST_ENCODING', detail, { place: { file: path, line, column } });
}
