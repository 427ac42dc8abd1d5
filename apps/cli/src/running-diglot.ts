import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { callerFolder, loadConfig, readAddress, type Config } from '@diglot/platform';

/** How a Diglot is chosen. */
export interface TargetOptions {
  /** Where one runs. */
  readonly url?: string | undefined;
  /** The data folder of one. */
  readonly data?: string | undefined;
}

/** Where `npm start` listens unless it is told otherwise. */
const USUAL_ADDRESS = 'http://127.0.0.1:7373';

/** The data folder that is named, or that of the configuration; absolute. */
export function dataFolderOf({ data }: TargetOptions, config: Pick<Config, 'data'>): string {
  return resolve(callerFolder(), data ?? config.data);
}

/**
 * Where a running Diglot listens: as named; else as its data folder says; else, where no folder is named, at the usual
 * address.
 * @throws DiglotError `DIGLOT_BUS_UNAVAILABLE` when none runs on the folder that is named
 */
export async function findAddress(options: TargetOptions): Promise<string> {
  if (options.url !== undefined) return options.url;
  const folder = dataFolderOf(options, loadConfig());
  const address = await readAddress(folder);
  if (address !== null) return address;
  if (options.data === undefined) return USUAL_ADDRESS;
  throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', `no Diglot runs on ${folder}`);
}

/**
 * What commands need: as configured, or as it stands in the data folder.
 * @throws DiglotError `DIGLOT_TOKEN_REQUIRED` when it is in neither
 */
export async function readToken({ token }: Pick<Config, 'token'>, folder: string): Promise<string> {
  if (token !== undefined) return token;
  const file = join(folder, 'token');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    const detail = 'no token is there; name the data folder of that Diglot with --data, or set DIGLOT_TOKEN';
    throw new DiglotError('DIGLOT_TOKEN_REQUIRED', detail, { place: { file }, cause });
  }
}
