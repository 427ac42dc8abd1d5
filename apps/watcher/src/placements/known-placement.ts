import type { Sha256 } from '@diglot/domain';
import type { FileStat } from '../scanning/file-stat.ts';
import type { AnnouncedKnowledge } from './is-announced.ts';

/** What the database holds of a placement. */
export interface KnownPlacement extends AnnouncedKnowledge {
  readonly revision: number;
  /** null: deleted. */
  readonly sha256: Sha256 | null;
  /** What the file was when it was read. */
  readonly seen: FileStat | null;
  /** Whether {@link seen} alone proves that the file is unchanged; see `isSettled`. */
  readonly settled: boolean;
  /** Whether the file was given over to the policy of its source: its absence is no deletion. */
  readonly cleaned: boolean;
}
