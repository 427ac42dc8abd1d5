import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures, fetchFigures, summary } from '@diglot/standalone';

const LOOK_MILLISECONDS = 250;
/** Between two lines about how far it is. */
const LINE_MILLISECONDS = 5_000;

/** Of `GET /api/status`, what tells whether the watcher has found everything. */
type Status = Figures & { readonly sources: readonly SourceProgress[] };

interface SourceProgress {
  readonly kind: 'folder' | 'git' | 'uploads';
  readonly configured: boolean;
  readonly scannedAt: string | null;
  readonly untaken: number;
}

/**
 * Whether all that the first scans saw is taken, and nothing of it is in flight. Pure.
 * @param since the start, in milliseconds since 1970: a scan of the run before says nothing
 */
export function isSettled({ inFlight, sources }: Status, since: number): boolean {
  const watched = sources.filter(({ kind, configured }) => configured && kind !== 'uploads');
  return (
    inFlight === 0 &&
    watched.every(({ scannedAt, untaken }) => untaken === 0 && scannedAt !== null && Date.parse(scannedAt) >= since)
  );
}

/**
 * Prints how far it is, and the summary once nothing is in flight and nothing more comes.
 * @param since when the start began, in milliseconds since 1970
 * @returns null when it was aborted
 */
export async function catchUp(
  { apiUrl, since }: { readonly apiUrl: string; readonly since: number },
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<Figures | null> {
  let saidAt = performance.now();
  while (!signal.aborted) {
    const figures = (await fetchFigures(apiUrl)) as Status | null;
    if (figures !== null && isSettled(figures, since)) {
      print(`\n${summary(figures)}\n`);
      return figures;
    }
    if (performance.now() - saidAt > LINE_MILLISECONDS) {
      print(figures ? `  … ${summary(figures)}, ${inFlight(figures)}` : '  … the api does not answer');
      saidAt = performance.now();
    }
    await sleep(LOOK_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

function inFlight({ inFlight: count }: Figures): string {
  return `${count.toLocaleString('en')} in flight`;
}
