import { DiglotError } from '@diglot/domain';
import type { DigestFile, ReadOptions } from './digest-file.ts';
import { chooseReader } from './readers/registry.ts';
import { SourceText } from './source/source-text.ts';
import { runSteps, type Steps } from './steps.ts';
import { describeText } from './text/describe-text.ts';
import { firstFilledLines } from './text/lines.ts';

/**
 * Reads the bytes of one file: what it is, its entries, and what is wrong with single blocks.
 * The same bytes always give the same result; nothing but the bytes decides.
 *
 * @throws DiglotError `DIGLOT_DIGEST_ENCODING`, `DIGLOT_DIGEST_BINARY`, `DIGLOT_DIGEST_UNKNOWN_FORMAT` or
 *   `DIGLOT_DIGEST_TOO_MANY_ENTRIES`, with the place
 */
export function readDigest(bytes: Uint8Array, options: ReadOptions): DigestFile {
  return runSteps(readDigestInSteps(bytes, options));
}

/**
 * The same in steps of some milliseconds, for those who have other things to do: 64 MiB are read in a second, a file
 * that is made to be slow in twenty. One step grows with the file: its decoded text is copied as a whole, which takes some
 * 50 ms where 64 MiB are not ASCII alone.
 */
export function* readDigestInSteps(bytes: Uint8Array, options: ReadOptions): Steps<DigestFile> {
  return yield* read(yield* SourceText.fromBytes(bytes, options), options);
}

/**
 * The same for a text that is decoded already; a lone surrogate counts as U+FFFD.
 *
 * @throws DiglotError `DIGLOT_DIGEST_UNKNOWN_FORMAT`, saying what was found, or `DIGLOT_DIGEST_TOO_MANY_ENTRIES`
 */
export function parseDigest(text: string, options: ReadOptions): DigestFile {
  return runSteps(read(runSteps(SourceText.fromText(text)), options));
}

function* read(source: SourceText, options: ReadOptions): Steps<DigestFile> {
  const reader = chooseReader(source);
  if (reader) return yield* reader.read(source, options);
  const line = firstFilledLines(source, 1)[0]?.number ?? 1;
  const place = { file: options.path, line, column: 1 };
  throw new DiglotError('DIGLOT_DIGEST_UNKNOWN_FORMAT', describeText(source), { place });
}
