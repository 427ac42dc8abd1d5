import { NOTICE_DETAILS } from '@diglot/contracts';
import type { PaperText } from '@diglot/domain';
import type { ParsedEntry, SidecarRecord } from '@diglot/formats';

/** Rises when sidecars are compared otherwise, so that all are compared anew. */
export const COMPARISON_VERSION = 1;

/** How a sidecar and its digest differ; both printing the same is all zeros but the first two. */
export interface SidecarComparison {
  /** Of the sidecar. */
  readonly records: number;
  /** Of the digest. */
  readonly entries: number;
  /** Papers that only one of them has; a paper that stands twice is two. */
  readonly onlyInSidecar: number;
  readonly onlyInDigest: number;
  /** Papers whose titles or abstracts differ, white space apart. */
  readonly texts: number;
  /** The first of them. */
  readonly cases: readonly string[];
}

const TEXTS: readonly (readonly [name: string, pick: (paper: PaperText) => string | null])[] = [
  ['title', ({ title }) => title.en],
  ['title-zh', ({ title }) => title.zh],
  ['abstract', ({ abstract }) => abstract.en],
  ['abstract-zh', ({ abstract }) => abstract.zh],
];

/**
 * Compares paper by paper, whatever the order; the n-th of an identifier with its n-th. Of 44,883 real records two differ in
 * white space inside of Chinese, which says nothing; authors and links are written otherwise in sidecars.
 */
export function compareSidecar(
  records: readonly Pick<SidecarRecord, 'arxivId' | 'paper'>[],
  entries: readonly ParsedEntry[],
): SidecarComparison {
  const unmatched = new Map(entries.map((entry) => [`${entry.arxivId} ${entry.ordinal}`, entry]));
  const ordinals = new Map<string, number>();
  const cases: string[] = [];
  let onlyInSidecar = 0;
  let texts = 0;
  for (const { arxivId, paper } of records) {
    const ordinal = (ordinals.get(arxivId) ?? 0) + 1;
    ordinals.set(arxivId, ordinal);
    const key = `${arxivId} ${ordinal}`;
    const entry = unmatched.get(key);
    unmatched.delete(key);
    if (entry === undefined) {
      onlyInSidecar += 1;
      cases.push(`${arxivId}: not in the digest`);
      continue;
    }
    const differing = TEXTS.filter(([, pick]) => folded(pick(paper)) !== folded(pick(entry))).map(([name]) => name);
    if (differing.length === 0) continue;
    texts += 1;
    cases.push(`${arxivId}: ${differing.join(', ')}`);
  }
  cases.push(...[...unmatched.values()].map(({ arxivId }) => `${arxivId}: not in the sidecar`));
  return {
    records: records.length,
    entries: entries.length,
    onlyInSidecar,
    onlyInDigest: unmatched.size,
    texts,
    cases: cases.slice(0, NOTICE_DETAILS),
  };
}

function folded(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}
