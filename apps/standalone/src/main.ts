import { setTimeout } from 'node:timers/promises';
import { classify } from '@diglot/domain';
import { DrainPlan } from '@diglot/pipeline';
import { callerFolder, createLogger, drain, loadConfig, onStopSignal } from '@diglot/platform';
import { catchUp, summary } from './catch-up.ts';
import { USAGE, readCommandLine } from './command-line.ts';
import { VERSION, startEmbeddedProfile } from './embedded-profile.ts';

/** How often digests that come later are looked for, in milliseconds. */
const FOLLOW_MILLISECONDS = 1000;

const print = (line: string): void => console.log(line);

/** @returns the exit code */
async function main(): Promise<number> {
  const commandLine = readCommandLine(process.argv.slice(2), callerFolder());
  if (commandLine.help || commandLine.version) {
    print(commandLine.help ? USAGE : VERSION);
    return 0;
  }
  const config = loadConfig();
  const logger = createLogger({ level: config.logLevel, format: config.logFormat });
  const plan = new DrainPlan();
  const stopped = new AbortController();
  let exitCode = 0;
  const fail = (thrown: unknown): void => {
    const error = classify(thrown);
    console.error(error.code === 'DIGLOT_BUG' && thrown instanceof Error ? thrown.stack : error.message);
    exitCode = 1;
    stopped.abort();
  };
  onStopSignal((signal) => {
    print(`${signal}: finishing what is in hand (once more to stop at once) …`);
    stopped.abort();
  });
  try {
    print(`Diglot ${VERSION}`);
    const profile = await startEmbeddedProfile(commandLine, config, logger, print, plan, fail);
    const figures = await catchUp(profile, print, stopped.signal);
    if (figures) print(`\n${summary(figures)}\n\nThe page: ${profile.address}\n`);
    while (!stopped.signal.aborted) {
      await setTimeout(FOLLOW_MILLISECONDS, undefined, { signal: stopped.signal }).catch(() => {});
      if (!stopped.signal.aborted) await profile.progress.look();
    }
  } catch (thrown) {
    fail(thrown);
  }
  return (await drain(plan.steps, config.drainSeconds, logger)) ? exitCode : 1;
}

try {
  process.exit(await main());
} catch (thrown) {
  console.error(classify(thrown).message);
  process.exit(1);
}
