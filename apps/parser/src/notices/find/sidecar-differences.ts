import { feedOf } from '../../profile/feed-of.ts';
import type { FoundNotice, SidecarFacts, SourceFacts } from '../source-days.ts';

/**
 * Sidecars that do not print what their digests do: one notice a sidecar. Where a feed has no digests at all, they are
 * not watched there, and nothing is said.
 */
export function findSidecarDifferences({ days, sidecars }: SourceFacts): FoundNotice[] {
  const feeds = new Set(days.map(({ feed }) => feed));
  return sidecars
    .filter(differs)
    .filter(({ path, hasDigest }) => hasDigest || feeds.has(feedOf(path)))
    .map(({ path, date, hasDigest, comparison: { cases, ...figures } }) => ({
      about: path,
      since: date,
      until: date,
      figures: { ...figures, absent: hasDigest ? 0 : 1 },
      details: hasDigest ? cases : [`no digest beside it, ${figures.records} papers in it`],
    }));
}

function differs({ comparison: { onlyInSidecar, onlyInDigest, texts } }: SidecarFacts): boolean {
  return onlyInSidecar + onlyInDigest + texts > 0;
}
