import type { DigestFile } from '../digest-file.ts';

/** One format: how to recognise it and how to read it. A new format is a new folder beside the others. */
export interface DigestReader {
  readonly kind: DigestFile['kind'];
  /** How sure it is, 0 (not mine) to 1, from the beginning of the text alone. */
  detect(text: string): number;
  read(text: string): DigestFile;
}
