import type { CalendarDate } from '@diglot/domain';
import type { LiveFileRow } from './load-live-files.statement.ts';
import type { Pair } from './load-comparisons.statement.ts';
import { isSidecar, Twins } from './twin-of.ts';

/** A sidecar of a source with its digest. */
export interface PlacedPair extends Pair {
  /** Of the sidecar. */
  readonly path: string;
  /** Of the digest, or of the sidecar where there is no digest; null where its path names none. */
  readonly date: CalendarDate | null;
}

/** Every sidecar of a source with the digest that it is the twin of. */
export function pairUp(files: readonly LiveFileRow[]): PlacedPair[] {
  const twins = new Twins(files);
  return files.filter(isSidecar).map(({ path, sha256, date }) => {
    const twin = twins.of(path);
    return { path, sidecar: sha256, digest: twin?.sha256 ?? null, date: (twin?.date ?? date) as CalendarDate | null };
  });
}
