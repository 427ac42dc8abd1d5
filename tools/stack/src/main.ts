import { classify } from '@diglot/domain';
import { callerFolder, codeVersion } from '@diglot/platform';
import { readCommandLine, USAGE } from './command-line.ts';
import { hasDocker } from './docker/has-docker.ts';
import { showLogs, showStatus, takeDown } from './native/control.ts';
import { ROOT } from './native/health.ts';
import type { StartStackOptions } from './native/stack-options.ts';

const print = (line: string): void => console.log(line);

/**
 * `npm run stack`.
 * @param overrides for tests: what the command line has no words for, without Docker
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  overrides: Partial<StartStackOptions> = {},
): Promise<number> {
  try {
    const line = readCommandLine(args, callerFolder(environment), ROOT);
    if (line.help || line.version) {
      print(line.help ? USAGE : codeVersion(import.meta.url));
      return 0;
    }
    if (!line.native && (await hasDocker()))
      return await (await import('./docker/run-docker.ts')).runDocker(line, environment, print);
    const { command, data } = line;
    switch (command.name) {
      case 'up':
        // Only a start needs what the summary comes from.
        return await (await import('./native/run-native.ts')).runNative(line, environment, print, overrides);
      case 'down':
        return await takeDown(data, print);
      case 'status':
        return await showStatus(data, print);
      case 'logs':
        return await showLogs(data, command.of, command.follow, process.stdout);
    }
  } catch (thrown) {
    const error = classify(thrown);
    console.error(error.code === 'DIGLOT_BUG' && thrown instanceof Error ? thrown.stack : error.message);
    return 1;
  }
}
