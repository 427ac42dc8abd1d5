import type { SourceText } from '../source/source-text.ts';
import type { DigestReader } from './digest-reader.ts';
import { digestReader } from './digest/digest.reader.ts';
import { emptyReader } from './empty/empty.reader.ts';
import { indexTableReader } from './index-table/index-table.reader.ts';
import { sidecarReader } from './sidecar/sidecar.reader.ts';
import { summariesReader } from './summaries/summaries.reader.ts';

/** Every format that is known; of two that are equally sure the earlier one reads. */
export const READERS: readonly DigestReader[] = [
  emptyReader,
  digestReader,
  indexTableReader,
  sidecarReader,
  summariesReader,
];

/** The reader that is surest of a text, the first that is certain, or null where none knows it. */
export function chooseReader(source: SourceText, readers: readonly DigestReader[] = READERS): DigestReader | null {
  let best: { reader: DigestReader; confidence: number } | null = null;
  for (const reader of readers) {
    const confidence = reader.detect(source);
    if (confidence === 1) return reader;
    if (confidence > (best?.confidence ?? 0)) best = { reader, confidence };
  }
  return best?.reader ?? null;
}
