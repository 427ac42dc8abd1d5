import type { Transaction } from '@diglot/platform';
import { loadComparisons, pairKey } from '../sidecars/load-comparisons.statement.ts';
import { loadLiveFiles } from '../sidecars/load-live-files.statement.ts';
import { pairUp } from '../sidecars/pair-up.ts';
import type { SidecarFacts } from './source-days.ts';

/**
 * Every sidecar of a source with what its comparison came to.
 * @returns null while one of them is still to be compared: its notice must not be taken back meanwhile
 */
export async function loadSidecars(tx: Transaction, source: string): Promise<SidecarFacts[] | null> {
  const pairs = pairUp(await loadLiveFiles(tx, source));
  const comparisons = await loadComparisons(tx, pairs);
  const facts = pairs.flatMap((pair) => {
    const comparison = comparisons.get(pairKey(pair));
    return comparison ? [{ path: pair.path, date: pair.date, hasDigest: pair.digest !== null, comparison }] : [];
  });
  return facts.length === pairs.length ? facts : null;
}
