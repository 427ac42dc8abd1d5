import { createLogger, onStopSignal } from '@diglot/platform';
import { catchUp } from '../catch-up.ts';
import type { CommandLine } from '../command-line.ts';
import { readVariables } from '../variables.ts';
import { ROOT } from './health.ts';
import { type Stack, startStack } from './start-stack.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Runs the stack as processes of this machine until a signal ends it.
 * @returns the exit code: 0 if everything ended in order
 */
export async function runNative(
  line: CommandLine,
  environment: Variables,
  print: (line: string) => void,
): Promise<number> {
  const stopped = new AbortController();
  let isFatal = false;
  onStopSignal((signal) => {
    print(`${signal}: ending everything in order (once more to end at once) …`);
    stopped.abort();
  });
  print(`Data: ${line.data}`);
  const options = {
    data: line.data,
    scale: line.scale,
    variables: await readVariables(ROOT, environment),
    logger: createLogger({ level: 'warn', format: 'pretty', name: 'stack' }),
    onStarting: (name: string) => print(`  … ${name}`),
    onFatal: (error: Error) => {
      print(error.message);
      isFatal = true;
      stopped.abort();
    },
    ...(line.watch === null ? {} : { watch: line.watch }),
    ...(line.examples === null ? {} : { examples: line.examples }),
    ...(line.port === null ? {} : { port: line.port }),
    signal: stopped.signal,
  };
  const stack = await startStack(options).catch((error: unknown) => {
    if (stopped.signal.aborted && !isFatal) return null;
    throw error;
  });
  if (stack === null) return 0;
  print(`\n${describeUnits(stack)}\n`);
  const figures = await catchUp(stack.apiUrl, print, stopped.signal);
  if (figures !== null) print(`The page: ${stack.apiUrl}\n`);
  await untilAborted(stopped.signal);
  const endedWell = await stack.stop();
  return endedWell && !isFatal ? 0 : 1;
}

function describeUnits(stack: Stack): string {
  const units = stack.units();
  const width = Math.max(...units.map(({ name }) => name.length));
  return units.map((unit) => `  ${unit.name.padEnd(width)}  ${unit.address ?? `process ${unit.getPid()}`}`).join('\n');
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}
