import type { DigestFile } from '../digest-file.ts';
import type { SourceText } from '../source/source-text.ts';

/** One format: how to recognise it and how to read it. A new format is a new folder beside the others. */
export interface DigestReader {
  readonly kind: DigestFile['kind'];
  /** How sure it is, 0 (not mine) to 1, at little cost: the reading comes later. */
  detect(source: SourceText): number;
  read(source: SourceText): DigestFile;
}
