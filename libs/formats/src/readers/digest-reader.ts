import type { DigestFile, ReadOptions } from '../digest-file.ts';
import type { SourceText } from '../source/source-text.ts';
import type { Steps } from '../steps.ts';

/** One format: how to recognise it and how to read it. A new format is a new folder beside the others. */
export interface DigestReader {
  /** That of its folder. */
  readonly name: string;
  readonly kind: DigestFile['kind'];
  /** How sure it is, 0 (not mine) to 1, from the head of the file, at little cost: the reading comes later. */
  detect(source: SourceText): number;
  /** Reads all of it, and gives way after every {@link STEP_BYTES} or so. */
  read(source: SourceText, options: ReadOptions): Steps<DigestFile>;
}
