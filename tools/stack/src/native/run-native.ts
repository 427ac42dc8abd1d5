import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger, onStopSignal } from '@diglot/platform';
import { catchUp } from '../catch-up.ts';
import type { CommandLine } from '../command-line.ts';
import { readVariables } from '../variables.ts';
import { describeUnits } from './describe-units.ts';
import { ROOT } from './health.ts';
import type { StartStackOptions } from './stack-options.ts';
import { startStack } from './start-stack.ts';

const LONG_MILLISECONDS = 60_000;

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Runs the stack as processes of this machine until a signal ends it.
 * @param overrides options that the command line has no words for
 * @returns the exit code: 0 if everything ended in order
 */
export async function runNative(
  line: CommandLine,
  environment: Variables,
  print: (line: string) => void,
  overrides: Partial<StartStackOptions> = {},
): Promise<number> {
  const stopped = new AbortController();
  let isFatal = false;
  onStopSignal((signal) => {
    print(`${signal}: ending everything in order (once more to end at once) …`);
    stopped.abort();
  });
  print(`Data: ${line.data}`);
  const variables = await readVariables(ROOT, environment);
  const options = {
    data: line.data,
    scale: line.scale,
    variables,
    logger: createLogger({ level: 'warn', format: 'pretty', name: 'stack' }),
    onStarting: (name: string) => print(`  … ${name}`),
    onStarted: (name: string) => print(`  ✓ ${name}`),
    onWarning: (job: string, line: string) => print(`  ! ${job}: ${line}`),
    onFatal: (error: Error) => {
      print(error.message);
      isFatal = true;
      stopped.abort();
    },
    ...foldersToWatch(line, variables),
    ...(line.config === null ? {} : { config: line.config }),
    ...(line.examples === null ? {} : { examples: line.examples }),
    ...(line.port === null ? {} : { port: line.port }),
    signal: stopped.signal,
    ...overrides,
  };
  const since = Date.now();
  const stack = await startStack(options).catch((error: unknown) => {
    if (stopped.signal.aborted && !isFatal) return null;
    throw error;
  });
  if (stack === null) return 0;
  print(`\n${describeUnits(stack.units())}\n`);
  if (stack.tokenFile !== null) print(`The token of commands: ${stack.tokenFile}`);
  const figures = await catchUp({ apiUrl: stack.apiUrl, since }, print, stopped.signal);
  if (figures !== null) print(`The page: ${stack.apiUrl}\n`);
  await untilAborted(stopped.signal);
  const endedWell = await stack.stop();
  return endedWell && !isFatal ? 0 : 1;
}

/** The folder that the file mounts need not be there where nobody has named it. */
function foldersToWatch({ watch }: CommandLine, variables: Variables): { watch?: readonly string[] } {
  if (watch !== null) return { watch };
  const isNamed = Boolean(variables['DIGESTS']);
  return isNamed || existsSync(join(ROOT, 'digests')) ? {} : { watch: [] };
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  // Only a timer keeps this process alive: what it has started does not.
  while (!signal.aborted) await sleep(LONG_MILLISECONDS, undefined, { signal }).catch(() => undefined);
}
