import { setTimeout } from 'node:timers/promises';
import type { EmbeddedProfile } from './embedded-profile.ts';
import { plural } from './progress/progress-line.ts';

/** The figures of `GET /api/status` that a summary needs. */
export interface Figures {
  readonly digests: { readonly seen: number; readonly withEntries: number };
  readonly entries: number;
  readonly papers: number;
  readonly inFlight: number;
  readonly dead: number;
  readonly problems: { readonly count: number };
}

const LOOK_MILLISECONDS = 250;
/** After this many milliseconds the page is more interesting than the wait. */
const HINT_AFTER = 15_000;

/** Prints progress until everything that the first scans saw is settled. @returns null when it was aborted */
export async function catchUp(
  { address, progress, isScanned }: EmbeddedProfile,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<Figures | null> {
  const startedAt = performance.now();
  let hinted = false;
  while (!signal.aborted) {
    const scanned = isScanned();
    const figures = await fetchFigures(address);
    await progress.look();
    if (scanned && figures?.inFlight === 0) return figures;
    if (!hinted && performance.now() - startedAt > HINT_AFTER) {
      hinted = true;
      print(`  … still ingesting; ${address} shows it live`);
    }
    await setTimeout(LOOK_MILLISECONDS, undefined, { signal }).catch(() => {});
  }
  return null;
}

/** One line for all of it. */
export function summary({ digests, entries, papers, dead, problems }: Figures): string {
  const parts = [
    `${plural(digests.seen, 'digest', 'digests')} (${digests.withEntries.toLocaleString('en')} with entries)`,
    plural(entries, 'entry', 'entries'),
    plural(papers, 'paper', 'papers'),
    plural(dead, 'dead letter', 'dead letters'),
    ...(problems.count > 0 ? [plural(problems.count, 'file with a problem', 'files with a problem')] : []),
  ];
  return parts.join(', ');
}

/** Of `GET /api/status`; null while it doesn't answer. */
export async function fetchFigures(address: string): Promise<Figures | null> {
  try {
    const response = await fetch(new URL('/api/status', address));
    return response.ok ? ((await response.json()) as Figures) : null;
  } catch {
    return null;
  }
}
