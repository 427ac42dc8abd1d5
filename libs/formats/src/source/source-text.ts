import { Buffer, isUtf8 } from 'node:buffer';
import { DiglotError } from '@diglot/domain';
import type { ReadOptions } from '../digest-file.ts';
import { binaryKind } from './binary.ts';
import { findInvalidUtf8 } from './invalid-utf8.ts';
import { Utf8Decoder } from './utf8-decoder.ts';

const BOM = [0xef, 0xbb, 0xbf] as const;

/** Printable ASCII, tab and line feed mean the same in Latin-1 and in UTF-8, and need no report. */
const BEYOND_PLAIN = /[^\t\n\x20-\x7e]/;

const decoder = new Utf8Decoder();

/** A stretch of a text. */
export interface Stretch {
  readonly text: string;
  /** false: it holds nothing that `findOddCharacters` would find. */
  readonly mayBeOdd: boolean;
}

/**
 * A file's text, seen as Latin-1: one character a byte. Marks and line ends of all formats are ASCII, so offsets can be
 * found in this view, and only stretches that are not ASCII must be decoded. English stays at one byte a character;
 * decoding everything at once would double it and take most of the time there is.
 */
export class SourceText {
  readonly bytes: Buffer;
  readonly view: string;
  private whole: string | null = null;

  private constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.view = bytes.toString('latin1');
  }

  /**
   * Takes the bytes of a file: UTF-8, with a BOM or without.
   *
   * @throws DiglotError `DIGLOT_DIGEST_BINARY`, or `DIGLOT_DIGEST_ENCODING` with line, column and byte offset
   */
  static fromBytes(bytes: Uint8Array, { path }: ReadOptions): SourceText {
    // A view, not a copy: a Buffer searches natively.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const binary = binaryKind(buffer);
    if (binary !== null) throw new DiglotError('DIGLOT_DIGEST_BINARY', binary, { place: { file: path } });
    const body = BOM.every((byte, index) => buffer[index] === byte) ? buffer.subarray(BOM.length) : buffer;
    if (!isUtf8(body)) throw encodingError(body, buffer.length - body.length, path);
    return new SourceText(body);
  }

  /** Takes a text; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
  static fromText(text: string): SourceText {
    return new SourceText(Buffer.from(text));
  }

  /** The whole text, decoded. */
  get text(): string {
    this.whole ??= this.bytes.toString('utf8');
    return this.whole;
  }

  /** The text between two byte offsets, which must not divide a character. */
  stretch(from: number, to: number): Stretch {
    const seen = this.view.slice(from, to);
    if (!BEYOND_PLAIN.test(seen)) return { text: seen, mayBeOdd: false };
    const text = decoder.decode(this.bytes, from, to);
    return { text, mayBeOdd: decoder.mayBeOdd };
  }
}

function encodingError(body: Buffer, bomLength: number, path: string): DiglotError {
  const { offset, line, column } = findInvalidUtf8(body) ?? { offset: 0, line: 1, column: 1 };
  const byte = (body[offset] ?? 0).toString(16).padStart(2, '0');
  const detail = `the bytes from offset ${offset + bomLength} on (0x${byte}) are not UTF-8`;
  return new DiglotError('DIGLOT_DIGEST_ENCODING', detail, { place: { file: path, line, column } });
}
