import { choosePort, findFreePort, USUAL_PORT } from '@diglot/platform';
import type { Service } from '../compose/compose-file.ts';
import { type Listener, LOOPBACK, portsOf } from './translate-environment.ts';

export interface Addresses {
  /** By port of the container. */
  readonly ownPorts: ReadonlyMap<number, Listener>;
  /** Of the published port; null if none is. */
  readonly address: string | null;
}

/**
 * Where one process of a service listens: the first one at what the service publishes, all others at free ports of this machine.
 * @param port of the published one; null: as the file says, or any free one if that is taken; 0: any free one
 * @throws DiglotError `DIGLOT_PORT_IN_USE` for a port that was asked for
 */
export async function addressesOf(
  service: Service,
  { index, port }: { index: number; port: number | null },
): Promise<Addresses> {
  const ownPorts = new Map<number, Listener>();
  let address: string | null = null;
  for (const inside of portsOf(service.environment)) {
    const published = index === 1 ? service.ports.find((one) => one.inside === inside) : undefined;
    const host = published?.host ?? LOOPBACK;
    const here = published === undefined ? 0 : await choosePort(port ?? wishOf(published.outside), host);
    const listener = { host, port: here === 0 ? await findFreePort() : here };
    ownPorts.set(inside, listener);
    if (published !== undefined) address = `${host}:${listener.port}`;
  }
  return { ownPorts, address };
}

/** The usual port is no wish. */
function wishOf(outside: number | null): number | null {
  return outside === USUAL_PORT ? null : outside;
}
