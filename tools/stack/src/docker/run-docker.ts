import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, onStopSignal, USUAL_PORT } from '@diglot/platform';
import { catchUp } from '../catch-up.ts';
import type { CommandLine } from '../command-line.ts';
import { ROOT } from '../native/health.ts';
import { LOOPBACK } from '../native/translate-environment.ts';
import { pageUrl } from '../page-url.ts';
import { readVariables } from '../variables.ts';
import { commandArguments, composeArguments, overrideFile, overrideVariables } from './docker-commands.ts';

/** The api keeps it in its volume, where only the user of its container can read it. */
const TOKEN = 'The token of commands: docker compose --profile app exec api cat /var/lib/diglot/token';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Does with Compose what the command line wants; a start stays until a signal ends the containers, whose volumes remain.
 * @returns the exit code
 */
export async function runDocker(
  line: CommandLine,
  environment: Variables,
  print: (line: string) => void,
): Promise<number> {
  const variables = { ...environment, ...overrideVariables(line) };
  const files = [join(ROOT, 'docker-compose.yml'), ...(await writeOverride(line))];
  const compose = async (args: readonly string[]): Promise<number> =>
    await docker([...composeArguments(files), ...args], variables);
  const since = Date.now();
  const code = await compose(commandArguments(line));
  if (line.command.name !== 'up' || code !== 0) return code;
  const stopped = new AbortController();
  onStopSignal((signal) => {
    print(`${signal}: stopping the containers …`);
    stopped.abort();
  });
  const { DIGLOT_HOST: host, DIGLOT_PORT: port } = await readVariables(ROOT, variables);
  const apiUrl = pageUrl(host || LOOPBACK, port || String(USUAL_PORT));
  if ((await catchUp({ apiUrl, since }, print, stopped.signal)) !== null) print(`The page: ${apiUrl}\n\n${TOKEN}\n`);
  if (!stopped.signal.aborted) await once(stopped.signal, 'abort');
  return await compose(['stop']);
}

/** The file that the last start wrote counts for what follows it. */
async function writeOverride(line: CommandLine): Promise<string[]> {
  const file = join(line.data, 'docker-compose.override.yml');
  const content = overrideFile(line);
  if (line.command.name === 'up' && content !== null) {
    await mkdir(line.data, { recursive: true, mode: 0o700 });
    await writeFile(file, content);
    return [file];
  }
  if (line.command.name === 'up') return [];
  return await stat(file).then(
    () => [file],
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    },
  );
}

async function docker(args: readonly string[], environment: Variables): Promise<number> {
  // In a group of its own: Ctrl-C is for us, and we tell Compose.
  const child = spawn('docker', args, { cwd: ROOT, env: { ...environment }, stdio: 'inherit', detached: true });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
