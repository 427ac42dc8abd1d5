import { DiglotError } from '@diglot/domain';
import type { Services } from './compose-file.ts';

/**
 * The services in an order in which each comes after those that it depends on.
 * @throws DiglotError `DIGLOT_CONFIG_INVALID` for a circle, and for a dependency that is not there
 */
export function startOrder(services: Services): readonly string[] {
  const order: string[] = [];
  const visiting = new Set<string>();
  const visit = (name: string, by: string): void => {
    const service = services[name];
    if (service === undefined) throw invalid(`${by} depends on ${name}, which is not there`);
    if (order.includes(name)) return;
    if (visiting.has(name)) throw invalid(`${[...visiting, name].join(' depends on ')}`);
    visiting.add(name);
    for (const dependency of service.dependsOn) visit(dependency.name, name);
    visiting.delete(name);
    order.push(name);
  };
  for (const name of Object.keys(services)) visit(name, '');
  return order;
}

function invalid(detail: string): DiglotError {
  return new DiglotError('DIGLOT_CONFIG_INVALID', detail);
}
