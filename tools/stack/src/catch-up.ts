import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures, fetchFigures, summary } from '@diglot/standalone';

const LOOK_MILLISECONDS = 250;
/** Between two lines about how far it is. */
const LINE_MILLISECONDS = 5_000;
/** Of `GET /api/status`, what tells whether the watcher has found everything. */
type Status = Figures & { readonly sources: readonly { readonly digests: number; readonly problems: number }[] };

/**
 * Milliseconds for which nothing may change before that counts as the end. The watcher is another process and finds files that
 * have rested for a second (DIGLOT_STABLE_MILLISECONDS); from then on work in flight tells.
 */
const QUIET_MILLISECONDS = 3_000;
/** The same while a source shows nothing at all: it may be empty, or large and not listed yet. */
const EMPTY_MILLISECONDS = 10_000;

/** Whether nothing more is to be expected. Pure. */
export function isSettled({ inFlight, sources }: Status, quietMilliseconds: number): boolean {
  const isEmpty = sources.some(({ digests, problems }) => digests + problems === 0);
  return inFlight === 0 && quietMilliseconds > (isEmpty ? EMPTY_MILLISECONDS : QUIET_MILLISECONDS);
}

/** Prints how far it is, and the summary once nothing is in flight and nothing more comes. Ends without one when aborted. */
export async function catchUp(
  apiUrl: string,
  print: (line: string) => void,
  signal: AbortSignal,
): Promise<Figures | null> {
  let last = '';
  let changedAt = performance.now();
  let saidAt = changedAt;
  while (!signal.aborted) {
    const figures = (await fetchFigures(apiUrl)) as Status | null;
    const now = performance.now();
    const text = figures === null ? '' : `${summary(figures)}, ${figures.inFlight.toLocaleString('en')} in flight`;
    if (text !== last) [last, changedAt] = [text, now];
    if (figures !== null && isSettled(figures, now - changedAt)) {
      print(`\n${summary(figures)}\n`);
      return figures;
    }
    if (now - saidAt > LINE_MILLISECONDS) {
      print(`  … ${text || 'the api does not answer'}`);
      saidAt = now;
    }
    await sleep(LOOK_MILLISECONDS, undefined, { signal }).catch(() => undefined);
  }
  return null;
}
