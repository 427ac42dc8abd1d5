import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DiglotError } from '@diglot/domain';
import { messageOf } from '@diglot/platform';

/** What to do. */
export type Command =
  | { readonly name: 'up' | 'down' | 'status' }
  | { readonly name: 'logs'; readonly of: string; readonly follow: boolean };

/** What the command line says; what it leaves out stands in docker-compose.yml and `.env`. */
export interface CommandLine {
  readonly help: boolean;
  readonly version: boolean;
  readonly command: Command;
  /** Absolute folders to watch; null: the one that the file mounts. */
  readonly watch: readonly string[] | null;
  /** The file that names the sources, absolute; null: as docker-compose.yml says. */
  readonly config: string | null;
  /** null: as the file says. */
  readonly examples: boolean | null;
  readonly port: number | null;
  /** Absolute. */
  readonly data: string;
  readonly scale: Readonly<Record<string, number>>;
  /** Without Docker, also where there is one. */
  readonly native: boolean;
}

export const USAGE = `Usage: npm run stack -- [options]
       npm run stack -- down | status | logs NAME [--follow]

Starts Kafka, Redis, PostgreSQL and every service of Diglot as docker-compose.yml says: with Docker where there is one, else
as processes of this machine.

  --watch DIR      watch a folder of digests; may be given several times
  --config FILE    take the sources from a file (docs/sources.md)
  --no-examples    leave out the digests of examples/digests
  --port N         port of the page and the API (default: 7373, or any free one)
  --data DIR       folder for the data of all servers (default: .diglot-stack)
  --scale NAME=N   processes of a service; may be given several times
  --native         as processes of this machine, also where there is Docker
  --version        print the version and exit
  --help           print this and exit

  down             end what runs on the data folder, in order
  status           what runs, and whether it is ready
  logs NAME        what a service has logged; --follow: and will log`;

const MAX_PORT = 65_535;
const MAX_SCALE = 64;
const USUAL_DATA = '.diglot-stack';

/**
 * Reads the arguments, in any order.
 * @param cwd folder that relative paths start from
 * @param root the folder of the default data folder
 * @throws DiglotError `DIGLOT_CONFIG_INVALID`
 */
export function readCommandLine(args: readonly string[], cwd: string, root: string): CommandLine {
  const { values, positionals } = parse(args);
  return {
    help: values.help ?? false,
    version: values.version ?? false,
    command: readCommand(positionals, values.follow ?? false),
    watch: values.watch === undefined ? null : [...new Set(values.watch.map((folder) => resolve(cwd, folder)))],
    config: values.config === undefined ? null : resolve(cwd, values.config),
    examples: values['no-examples'] ? false : null,
    port: values.port === undefined ? null : readNumber('--port', values.port, MAX_PORT),
    data: values.data === undefined ? resolve(root, USUAL_DATA) : resolve(cwd, values.data),
    scale: Object.fromEntries((values.scale ?? []).map(readScale)),
    native: values.native ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        version: { type: 'boolean' },
        watch: { type: 'string', multiple: true },
        port: { type: 'string' },
        data: { type: 'string' },
        config: { type: 'string' },
        'no-examples': { type: 'boolean' },
        scale: { type: 'string', multiple: true },
        native: { type: 'boolean' },
        follow: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw invalid(messageOf(error));
  }
}

function readCommand([name = 'up', ...rest]: readonly string[], follow: boolean): Command {
  if (name === 'logs' && rest.length === 1) return { name, of: rest[0] ?? '', follow };
  if (follow) throw invalid('--follow is for logs');
  if ((name === 'up' || name === 'down' || name === 'status') && rest.length === 0) return { name };
  throw invalid(`there is no command ${[name, ...rest].join(' ')}`);
}

function readScale(text: string): [string, number] {
  const [, name, count] = /^([\w-]+)=(.*)$/.exec(text) ?? [];
  if (name === undefined || count === undefined) throw invalid(`--scale ${text}: not like parser=3`);
  return [name, readNumber(`--scale ${name}`, count, MAX_SCALE)];
}

function readNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= 1 && number <= most) return number;
  throw invalid(`${option} ${text}: a number from 1 to ${most} is wanted`);
}

function invalid(detail: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', `${detail}\n\n${USAGE}`);
}
