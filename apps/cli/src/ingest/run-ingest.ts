import { setTimeout } from 'node:timers/promises';
import { DiglotError } from '@diglot/domain';
import { onStopSignal } from '@diglot/platform';
import type { Terminal } from '../terminal.ts';
import type { DiglotClient } from './diglot-client.ts';
import { findFiles } from './finding/find-files.ts';
import { ingestFiles } from './ingest-files.ts';
import { Ingestion } from './ingestion.ts';
import { placeFiles } from './name-source.ts';
import { ProgressLine } from './progress-line.ts';
import type { TargetOptions } from '../running-diglot.ts';
import { openTarget } from './target/open-target.ts';

/** How often it is looked how much is left, in milliseconds. */
const LOOK = 300;
/** What a shell says of what Ctrl-C ended. */
const INTERRUPTED = 130;

export interface IngestOptions extends TargetOptions {
  readonly source?: string | undefined;
  readonly json?: true | undefined;
  /** Whether anything that is bad makes the exit status 1. */
  readonly strict?: true | undefined;
  /** Whether to return when everything is handed over, before it is checked. */
  readonly wait: boolean;
}

/**
 * Hands over all files below some paths, and waits until everything that follows from them is done. A signal ends it in
 * order: what is on its way is waited for, the totals so far are printed, and the exit status is 130.
 */
export async function runIngest(paths: readonly string[], options: IngestOptions, terminal: Terminal): Promise<void> {
  const stop = new AbortController();
  const interrupted = new DiglotError('DIGLOT_INTERRUPTED', 'what was handed over stays; run it again to go on');
  const line = new ProgressLine(process.stderr);
  onStopSignal(() => {
    line.clear();
    terminal.complain('Stopping: what is on its way is waited for. Again stops at once.');
    stop.abort(interrupted);
  });
  const found = await findFiles(paths);
  const files = placeFiles(found.files, options.source ?? null);
  const ingestion = new Ingestion(files.length, line, terminal);
  for (const folder of found.unreadable) ingestion.addUnreadable(folder);
  for (const { message } of found.skipped) terminal.complain(message);
  try {
    await handOver(files, ingestion, options, line, stop);
  } catch (thrown) {
    if (thrown !== interrupted) throw thrown;
    terminal.complain(interrupted.message);
    process.exitCode = INTERRUPTED;
  } finally {
    line.clear();
  }
  terminal.print(ingestion.result(options.json ?? false));
  if (options.strict && ingestion.isBad) process.exitCode ??= 1;
}

/** @throws the reason of the signal; DiglotError when nothing more can be handed over */
async function handOver(
  files: ReturnType<typeof placeFiles>,
  ingestion: Ingestion,
  options: IngestOptions,
  line: ProgressLine,
  stop: AbortController,
): Promise<void> {
  const target = await openTarget(options, (error) => stop.abort(error));
  try {
    stop.signal.throwIfAborted();
    ingestion.begin();
    await ingestFiles(files, target.client, ingestion, stop.signal);
    // A Diglot that was started for this must not be ended in the middle of its work.
    if (options.wait) await waitUntilDone(target.client, line, stop.signal);
  } finally {
    line.clear();
    await target.close();
  }
}

/** Until nothing is in flight: the page is complete then. */
async function waitUntilDone(client: DiglotClient, line: ProgressLine, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  const first = await client.progress();
  let most = first.inFlight;
  for (let now = first; now.inFlight > 0; now = await client.progress()) {
    signal.throwIfAborted();
    most = Math.max(most, now.inFlight);
    const elapsed = performance.now() - began;
    const papers = Math.max(0, now.papers - first.papers);
    line.show({ done: most - now.inFlight, total: most, unit: 'steps', amount: papers, amountUnit: 'papers', elapsed });
    await setTimeout(LOOK, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  }
}
