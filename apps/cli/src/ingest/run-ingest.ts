import { setTimeout } from 'node:timers/promises';
import { onStopSignal } from '@diglot/platform';
import type { Terminal } from '../terminal.ts';
import type { DiglotClient } from './diglot-client.ts';
import { findPlacedFiles } from './find-files.ts';
import { ingestFiles } from './ingest-files.ts';
import { addFile, noTotals, type IngestTotals } from './ingest-totals.ts';
import { placeFiles } from './name-source.ts';
import { ProgressLine } from './progress-line.ts';
import { totalsTable } from './totals-table.ts';
import { openTarget, type TargetOptions } from './target/open-target.ts';

/** How often it is looked how much is left, in milliseconds. */
const LOOK = 300;

export interface IngestOptions extends TargetOptions {
  readonly source?: string | undefined;
  readonly json?: true | undefined;
  /** Whether to return when everything is handed over, before it is checked. */
  readonly wait: boolean;
}

/** Hands over all files below some paths, and waits until everything that follows from them is done. */
export async function runIngest(paths: readonly string[], options: IngestOptions, terminal: Terminal): Promise<void> {
  const stop = new AbortController();
  onStopSignal(() => stop.abort(new Error('stopped; what was handed over stays, and is not sent again the next time')));
  const files = placeFiles(await findPlacedFiles(paths), options.source ?? null);
  const line = new ProgressLine(process.stderr);
  const target = await openTarget(options, (error) => stop.abort(error));
  try {
    const totals = noTotals();
    const began = performance.now();
    const listener = {
      onBad: (error: Error) => {
        line.clear();
        terminal.complain(error.message);
      },
      onDone: (file: Parameters<typeof addFile>[1]) => {
        addFile(totals, file);
        line.show({ ...advanceOf(totals, files.length), elapsed: performance.now() - began });
      },
    };
    await ingestFiles(files, target.client, listener, stop.signal);
    // A Diglot that was started for this must not be ended in the middle of its work.
    if (options.wait) await waitUntilDone(target.client, line, stop.signal);
    line.clear();
    terminal.print(options.json ? JSON.stringify(totals) : totalsTable(totals));
  } finally {
    line.clear();
    await target.close();
  }
}

function advanceOf({ files: done, entries }: IngestTotals, total: number) {
  return { done, total, unit: 'files', amount: entries, amountUnit: 'entries' };
}

/** Until nothing is in flight: the page is complete then. */
async function waitUntilDone(client: DiglotClient, line: ProgressLine, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  const first = await client.progress();
  let most = first.inFlight;
  for (let now = first; now.inFlight > 0; now = await client.progress()) {
    most = Math.max(most, now.inFlight);
    const elapsed = performance.now() - began;
    const papers = Math.max(0, now.papers - first.papers);
    line.show({ done: most - now.inFlight, total: most, unit: 'steps', amount: papers, amountUnit: 'papers', elapsed });
    await setTimeout(LOOK, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  }
}
