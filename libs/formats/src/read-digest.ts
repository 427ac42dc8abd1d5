import { DiglotError } from '@diglot/domain';
import type { DigestFile, ReadOptions } from './digest-file.ts';
import { chooseReader } from './readers/registry.ts';
import { SourceText } from './source/source-text.ts';
import { describeText } from './text/describe-text.ts';
import { firstFilledLines } from './text/lines.ts';

/**
 * Reads the bytes of one file: what it is, its entries, and what is wrong with single blocks.
 * The same bytes always give the same result; nothing but the bytes decides.
 *
 * @throws DiglotError `DIGLOT_DIGEST_ENCODING`, `DIGLOT_DIGEST_BINARY` or `DIGLOT_DIGEST_UNKNOWN_FORMAT`, with the place
 */
export function readDigest(bytes: Uint8Array, options: ReadOptions): DigestFile {
  return read(SourceText.fromBytes(bytes, options), options);
}

/**
 * The same for a text that is decoded already; a lone surrogate counts as U+FFFD.
 *
 * @throws DiglotError `DIGLOT_DIGEST_UNKNOWN_FORMAT`, saying what was found
 */
export function parseDigest(text: string, options: ReadOptions): DigestFile {
  return read(SourceText.fromText(text), options);
}

function read(source: SourceText, { path }: ReadOptions): DigestFile {
  const reader = chooseReader(source);
  if (reader) return reader.read(source);
  const line = firstFilledLines(source.text, 1)[0]?.number ?? 1;
  const place = { file: path, line, column: 1 };
  throw new DiglotError('DIGLOT_DIGEST_UNKNOWN_FORMAT', describeText(source.text), { place });
}
