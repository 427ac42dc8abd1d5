import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DiglotError } from '@diglot/domain';

/** What the command line may say; the rest is configuration (docs/configuration.md). */
export interface CommandLine {
  readonly help: boolean;
  readonly version: boolean;
  /** Absolute folders to watch. */
  readonly watch: readonly string[];
  /** The file that names the sources, absolute; null: as configured. */
  readonly config: string | null;
  /** null: the usual port, or any free one if that is in use. */
  readonly port: number | null;
  /** null: as configured. */
  readonly data: string | null;
  readonly examples: boolean;
}

export const USAGE = `Usage: npm start -- [options]

Ingests bilingual arXiv digests, checks every translation, and serves the result as a page.

  --watch DIR     watch a folder of digests; may be given several times
  --config FILE   take the sources from a file (default: diglot.config.json here or in the data folder, if there is one)
  --no-examples   leave out the digests of examples/digests
  --port N        port of the page and the API (default: 7373, or any free one)
  --data DIR      folder for the database and the rest (default: .diglot)
  --version       print the version and exit
  --help          print this and exit

Further settings are environment variables: see docs/configuration.md.`;

const MAX_PORT = 65_535;

/**
 * Reads the arguments, in any order.
 * @param cwd folder that relative paths start from
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export function readCommandLine(args: readonly string[], cwd: string): CommandLine {
  const values = parse(args);
  return {
    help: values.help ?? false,
    version: values.version ?? false,
    watch: [...new Set((values.watch ?? []).map((folder) => resolve(cwd, folder)))],
    config: values.config === undefined ? null : resolve(cwd, values.config),
    port: values.port === undefined ? null : readPort(values.port),
    data: values.data === undefined ? null : resolve(cwd, values.data),
    examples: !values['no-examples'],
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        version: { type: 'boolean' },
        watch: { type: 'string', multiple: true },
        config: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        'no-examples': { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    throw new DiglotError(
      'DIGLOT_CONFIG_INVALID',
      `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`,
    );
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= MAX_PORT) return port;
  throw new DiglotError('DIGLOT_CONFIG_INVALID', `--port ${text}: a port is a number from 1 to ${MAX_PORT}`);
}
