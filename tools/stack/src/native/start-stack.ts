import { join } from 'node:path';
import { openDataFolder, refuseOtherProfile } from '@diglot/platform';
import { readComposeFile, type Services } from '../compose/compose-file.ts';
import { checkScale } from './check-scale.ts';
import { ROOT } from './health.ts';
import { Stack } from './stack.ts';
import type { StartStackOptions } from './stack-options.ts';

const FILE = join(ROOT, 'docker-compose.yml');

/**
 * Starts the services of docker-compose.yml as processes of this machine, each after what it depends on, on free ports, and
 * waits until all are healthy. They end with this process at the latest.
 * @throws DiglotError `DIGLOT_DATA_LOCKED`, `DIGLOT_CONFIG_INVALID` for a scale of nobody, and whatever a server, a job or a service says that doesn't start; what was started
 *   is ended then
 */
export async function startStack(options: StartStackOptions): Promise<Stack> {
  const read = await readComposeFile(options.file ?? FILE, 'app', options.variables ?? {});
  checkScale(read, options.scale ?? {});
  const services = mapCommands(read, options.mapCommand);
  await refuseOtherProfile(options.data, 'stack');
  const dataFolder = await openDataFolder(options.data);
  const stack = new Stack(services, dataFolder, options);
  const abandon = (): void => stack.abandonStart();
  options.signal?.addEventListener('abort', abandon, { once: true });
  try {
    await stack.start();
    options.signal?.throwIfAborted();
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', abandon);
  }
}

function mapCommands(services: Services, map: StartStackOptions['mapCommand']): Services {
  if (map === undefined) return services;
  const mapped = Object.entries(services).map(([name, service]) => {
    const { command } = service;
    return [name, command === null ? service : { ...service, command: [...map(command)] }] as const;
  });
  return Object.fromEntries(mapped);
}
