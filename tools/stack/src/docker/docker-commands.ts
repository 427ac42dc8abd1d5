import { basename } from 'node:path';
import { stringify } from 'yaml';
import type { CommandLine } from '../command-line.ts';

/** A folder of the containers for each folder that the command line names; its last part names the source. */
const folderInside = (folder: string, index: number): string => `/watched/${index}/${basename(folder)}`;

/** What the command line changes in docker-compose.yml, as a second file for Compose; null: nothing. */
export function overrideFile({ watch, config }: Pick<CommandLine, 'watch' | 'config'>): string | null {
  if (watch === null && config === null) return null;
  const sources = [...(watch ?? []), ...(config === null ? [] : [config])];
  const inside = sources.map(folderInside);
  const environment = {
    ...(watch === null ? {} : { DIGLOT_WATCH: inside.slice(0, watch.length).join(':') }),
    ...(config === null ? {} : { DIGLOT_CONFIG: inside.at(-1) }),
  };
  const volumes = sources.map((source, index) => ({ type: 'bind', source, target: inside[index], read_only: true }));
  return stringify({ services: { watcher: { environment, volumes } } });
}

/** The variables that docker-compose.yml is to be filled in with, beside those of the user. */
export function overrideVariables({
  port,
  examples,
}: Pick<CommandLine, 'port' | 'examples'>): Readonly<Record<string, string>> {
  return {
    ...(port === null ? {} : { DIGLOT_PORT: String(port) }),
    ...(examples === null ? {} : { DIGLOT_EXAMPLES: String(examples) }),
  };
}

/** The arguments of `docker` that come before those of a command. */
export function composeArguments(files: readonly string[]): string[] {
  return ['compose', ...files.flatMap((file) => ['--file', file]), '--profile', 'app'];
}

/** The arguments of `docker` after {@link composeArguments} for what the command line wants. */
export function commandArguments({ command, scale }: Pick<CommandLine, 'command' | 'scale'>): string[] {
  switch (command.name) {
    case 'up':
      return ['up', '--build', '--detach', '--wait', ...scaleArguments(scale)];
    case 'down':
      return ['down'];
    case 'status':
      return ['ps', '--all'];
    case 'logs':
      return ['logs', ...(command.follow ? ['--follow'] : []), command.of];
  }
}

function scaleArguments(scale: CommandLine['scale']): string[] {
  return Object.entries(scale).flatMap(([name, count]) => ['--scale', `${name}=${count}`]);
}
