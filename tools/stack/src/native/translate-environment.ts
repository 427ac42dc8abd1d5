/** Where something that listens on a port of its container listens on this machine; of several, all of them. */
export interface Listener {
  readonly host: string;
  readonly port: number;
}

/** What differs between a container and a process of this machine. */
export interface Translation {
  /** By service and port of its container: for addresses of others. */
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  /** By port of the own container: for settings that say where to listen. */
  readonly ownPorts: ReadonlyMap<number, Listener>;
  /** By folder of the container: for paths. */
  readonly folders: ReadonlyMap<string, string>;
}

/** The key of {@link Translation.listeners}. */
export const listenerKey = (service: string, port: number): string => `${service}:${port}`;

/** A name with a port, not within a longer name: `kafka:9092` in `a@kafka:9092/b`. */
const ADDRESS = /(?<![\w.-])([a-z][\w-]*:\d+)(?!\d)/gi;

/**
 * The environment of a container for a process of this machine, where all share one network and one file system: addresses of
 * services are where they listen here, an own port (`…_PORT`) and the address to listen on (`…_HOST`) are those given to this
 * process, a folder of a volume is its folder here. Pure.
 */
export function translateEnvironment(
  environment: Readonly<Record<string, string>>,
  translation: Translation,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, translateValue(name, value, translation)]),
  );
}

function translateValue(name: string, value: string, { listeners, ownPorts, folders }: Translation): string {
  if (name.endsWith('_PORT')) return String(ownPorts.get(Number(value))?.port ?? value);
  if (name.endsWith('_HOST') && value === '0.0.0.0') return hostToListenOn(ownPorts);
  const folder = [...folders].find(([inside]) => value === inside || value.startsWith(`${inside}/`));
  if (folder !== undefined) return folder[1] + value.slice(folder[0].length);
  return value.replaceAll(ADDRESS, (address) => {
    const here = listeners.get(address);
    return here === undefined ? address : here.map(({ host, port }) => `${host}:${port}`).join(',');
  });
}

/** Where its ports are published; nobody else's business if they are not. */
function hostToListenOn(ownPorts: ReadonlyMap<number, Listener>): string {
  return [...ownPorts.values()].find(({ host }) => host !== LOOPBACK)?.host ?? LOOPBACK;
}

export const LOOPBACK = '127.0.0.1';

/** The ports that a service says to listen on: values of `…_PORT`. */
export function portsOf(environment: Readonly<Record<string, string>>): readonly number[] {
  return Object.entries(environment)
    .filter(([name, value]) => name.endsWith('_PORT') && /^\d+$/.test(value))
    .map(([, value]) => Number(value));
}
