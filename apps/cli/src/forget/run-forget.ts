import { openTarget } from '../ingest/target/open-target.ts';
import type { TargetOptions } from '../running-diglot.ts';
import type { Terminal } from '../terminal.ts';

/** Asks a Diglot to forget a source; one that was started for this ends when it has done so. */
export async function runForget(
  source: string,
  reason: string,
  options: TargetOptions,
  terminal: Terminal,
): Promise<void> {
  const { client, close } = await openTarget(options, (error) => terminal.complain(error.message));
  try {
    const digests = await client.forget(source, reason);
    await client.waitUntilIdle();
    terminal.print(`${digests} digests of ${source} are retracted.`);
  } finally {
    await close();
  }
}
