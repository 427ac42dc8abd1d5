import { DiglotError, classify } from '@diglot/domain';
import { loadConfig, openDataFolder, readAddress } from '@diglot/platform';
import { DiglotClient } from '../diglot-client.ts';
import { dataFolderOf, readToken, type TargetOptions } from '../../running-diglot.ts';
import { startOnFolder } from './start-on-folder.ts';

/** A Diglot that takes digests. */
export interface Target {
  readonly client: DiglotClient;
  /** One that was started for this ends with it, after what it has in hand. */
  readonly close: () => Promise<void>;
}

/**
 * Finds the Diglot that is asked for: at an address; or the one that runs on the data folder; or, where none does, starts
 * its services on that folder.
 * @param onFatal told of an error after which a Diglot that was started here cannot go on
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`, `DIGLOT_DATA_LOCKED`, `DIGLOT_DATA_UNUSABLE` (a stack's) and others that say what is in the way
 */
export async function openTarget(options: TargetOptions, onFatal: (error: Error) => void): Promise<Target> {
  const { url } = options;
  const config = loadConfig();
  const folder = dataFolderOf(options, config);
  if (url !== undefined) return { client: new DiglotClient(url, await readToken(config, folder)), close: nothing };
  if (!(await isInUse(folder))) return await startOnFolder(folder, config, onFatal);
  const address = await readAddress(folder);
  if (address === null) {
    throw new DiglotError('DIGLOT_DATA_LOCKED', `the Diglot on ${folder} is starting or ending; try again in a moment`);
  }
  return { client: new DiglotClient(address, await readToken(config, folder)), close: nothing };
}

async function nothing(): Promise<void> {
  // It was there before us.
}

async function isInUse(folder: string): Promise<boolean> {
  try {
    await (await openDataFolder(folder)).close();
    return false;
  } catch (thrown) {
    if (classify(thrown).code === 'DIGLOT_DATA_LOCKED') return true;
    throw thrown;
  }
}
