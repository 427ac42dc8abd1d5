import { DiglotError } from '@diglot/domain';
import type { Services } from '../compose/compose-file.ts';
import { findImage } from './server-images.ts';

/** Services of ours that run until they are ended, by name. Pure. */
function scalable(services: Services): readonly string[] {
  const jobs = jobsOf(services);
  return Object.keys(services).filter((name) => findImage(services[name]!.image) === null && !jobs.has(name));
}

/** What others wait for to complete. Pure. */
export function jobsOf(services: Services): ReadonlySet<string> {
  const dependencies = Object.values(services).flatMap(({ dependsOn }) => dependsOn);
  const awaited = dependencies.filter(({ condition }) => condition === 'service_completed_successfully');
  return new Set(awaited.map(({ name }) => name));
}

/** @throws DiglotError `DIGLOT_CONFIG_INVALID` for a name that there are no processes of, with those that there are */
export function checkScale(services: Services, scale: Readonly<Record<string, number>>): void {
  const names = scalable(services);
  const unknown = Object.keys(scale).filter((name) => !names.includes(name));
  if (unknown.length === 0) return;
  const detail = `--scale ${unknown.join(', ')}: there is no such service to have several of (${names.join(', ')})`;
  throw new DiglotError('DIGLOT_CONFIG_INVALID', detail);
}
