import { DrainPlan } from '@diglot/pipeline';
import { createLogger, drain, type Config } from '@diglot/platform';
import { startEmbeddedProfile } from '@diglot/standalone';
import { DiglotClient } from '../diglot-client.ts';
import type { Target } from './open-target.ts';
import { readToken } from '../../running-diglot.ts';

/**
 * Starts the services on a data folder, at a free port of this machine only. They watch nothing, and end when they are
 * closed.
 */
export async function startOnFolder(folder: string, config: Config, onFatal: (error: Error) => void): Promise<Target> {
  const logger = createLogger({ level: config.logLevel, format: config.logFormat, destination: process.stderr });
  const plan = new DrainPlan();
  const close = async (): Promise<void> => {
    await drain(plan.steps, config.drainSeconds, logger);
  };
  const commandLine = {
    help: false,
    version: false,
    watch: [],
    config: null,
    port: null,
    data: folder,
    examples: false,
  };
  const own = { ...config, host: '127.0.0.1', port: 0 };
  try {
    const silent = (): void => undefined;
    const { address } = await startEmbeddedProfile(commandLine, own, logger, silent, plan, onFatal, 'ingest');
    return { client: new DiglotClient(address, await readToken(config, folder)), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}
