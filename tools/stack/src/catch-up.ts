import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures, fetchFigures, summary } from '@diglot/standalone';

const LOOK_MILLISECONDS = 250;
/** Between two lines about how far it is. */
const LINE_MILLISECONDS = 5_000;
/**
 * How long nothing may change before that counts as the end. The watcher is another process and finds files that have rested
 * for a second (DIGLOT_STABLE_MILLISECONDS); from then on work in flight tells.
 */
const QUIET_MILLISECONDS = 3_000;

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
    const figures = await fetchFigures(apiUrl);
    const now = performance.now();
    const text = figures === null ? '' : `${summary(figures)}, ${figures.inFlight.toLocaleString('en')} in flight`;
    if (text !== last) [last, changedAt] = [text, now];
    if (figures?.inFlight === 0 && now - changedAt > QUIET_MILLISECONDS) {
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
