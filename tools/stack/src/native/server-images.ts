import { join } from 'node:path';
import { DiglotError } from '@diglot/domain';
import { type EmbeddedPostgres, type DataFolder, type Logger, startEmbeddedPostgres } from '@diglot/platform';
import { type Kafka, Keeper, QUICK_START, type Redis, startKafka, startRedis } from '@diglot/servers';
import type { Service } from '../compose/compose-file.ts';
import { makeRole, type Role } from './make-role.ts';
import { listenerKey, type Listener, LOOPBACK } from './translate-environment.ts';
import type { ServerProbe, Unit } from './unit.ts';

/** A server that runs in place of a container. */
export interface NativeImage {
  readonly units: readonly Unit[];
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  readonly stop: () => Promise<void>;
  readonly kafka?: Kafka;
  readonly redis?: Redis;
  readonly postgres?: EmbeddedPostgres;
}

export interface ImageContext {
  readonly name: string;
  readonly service: Service;
  readonly dataFolder: DataFolder;
  readonly brokers: 1 | 3;
  /** For a stack that lives for minutes and may forget all at a power cut: nothing waits for the disk. */
  readonly isShortLived: boolean;
  readonly logger: Logger;
  /** Told of deaths and restarts. */
  readonly onChange: () => void;
  /** Told of a server that is given up. */
  readonly onFatal: (error: Error) => void;
}

type StartImage = (context: ImageContext) => Promise<NativeImage>;

/** The three servers that can be had without Docker, by the repository of their image. */
const IMAGES: Readonly<Record<string, StartImage>> = {
  postgres: startPostgresImage,
  'apache/kafka': startKafkaImage,
  redis: startRedisImage,
};

/** Of a server that the file has no health check for. */
const USUAL_TIMEOUT_SECONDS = 5;

/** How an image is run as processes of this machine; null: it is one of ours. */
export function findImage(image: string): StartImage | null {
  return IMAGES[image.replace(/[:@].*$/, '')] ?? null;
}

async function startPostgresImage(context: ImageContext): Promise<NativeImage> {
  const { name, service, dataFolder, isShortLived, logger } = context;
  const settings = {
    ...settingsOf(service.command ?? []),
    ...(isShortLived ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
  const { onChange, onFatal: onGivenUp } = context;
  const postgres = await startEmbeddedPostgres({ dataFolder, logger, settings, onChange, onGivenUp });
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: database } = service.environment;
  if (user === undefined || password === undefined) {
    throw new DiglotError('DIGLOT_CONFIG_INVALID', `${name} has no POSTGRES_USER or no POSTGRES_PASSWORD`);
  }
  const role = { user, password, database: database ?? user };
  await makeRole(postgres.url, role);
  const unit: Unit = {
    kind: 'process',
    service: name,
    name,
    logFile: postgres.logFile,
    address: `${LOOPBACK}:${postgres.port}`,
    probesUrl: null,
    health: probeOf(service, 'postgres', postgresUrl(role, postgres.port)),
    getPid: () => postgres.pid,
    getRestarts: () => postgres.restarts,
  };
  const listeners = new Map([[listenerKey(name, 5432), [{ host: LOOPBACK, port: postgres.port }]]]);
  return { units: [unit], listeners, stop: async () => await postgres.stop(), postgres };
}

/** `postgres -c name=value …` */
function settingsOf(command: readonly string[]): Record<string, string> {
  const pairs = command.flatMap((word, index) => (command[index - 1] === '-c' ? [word.split('=', 2)] : []));
  return Object.fromEntries(pairs.map(([setting = '', value = '']) => [setting, value]));
}

async function startKafkaImage(context: ImageContext): Promise<NativeImage> {
  const { name, service, dataFolder, brokers, isShortLived } = context;
  const jvmFlags = isShortLived ? QUICK_START : [];
  // The cluster of a folder has the number of brokers that it was made with.
  const folder = dataFolder.file(brokers === 1 ? name : `${name}-${brokers}`);
  const kafka = await startKafka({ folder, brokers, jvmFlags });
  const units = kafka.brokers.map((broker) => {
    const keeper = keep(broker, context);
    return {
      kind: 'process' as const,
      service: name,
      name: kafka.brokers.length === 1 ? name : `${name}-${broker.nodeId}`,
      logFile: broker.logFile,
      address: `${LOOPBACK}:${broker.port}`,
      probesUrl: null,
      health: probeOf(service, 'kafka', `kafka://${LOOPBACK}:${broker.port}`),
      getPid: () => broker.pid,
      getRestarts: () => keeper.restarts,
    };
  });
  const inside = kafka.brokers.map(({ port }) => ({ host: LOOPBACK, port }));
  return { units, listeners: new Map([[listenerKey(name, 9092), inside]]), stop: kafka.stop, kafka };
}

async function startRedisImage(context: ImageContext): Promise<NativeImage> {
  const { name, service, dataFolder } = context;
  const [, ...args] = service.command ?? [];
  const redis = await startRedis({ folder: dataFolder.file(name), args });
  const keeper = keep(redis, context);
  const unit: Unit = {
    kind: 'process',
    service: name,
    name,
    logFile: join(dataFolder.file(name), 'redis.log'),
    address: `${LOOPBACK}:${redis.port}`,
    probesUrl: null,
    health: probeOf(service, 'redis', redis.url),
    getPid: () => redis.pid,
    getRestarts: () => keeper.restarts,
  };
  const listeners = new Map([[listenerKey(name, 6379), [{ host: LOOPBACK, port: redis.port }]]]);
  return { units: [unit], listeners, stop: async () => void (await redis.stop()), redis };
}

/** The programs that the file names are those of the images; what they ask, and for how long, is asked without them. */
function probeOf({ healthCheck }: Service, protocol: ServerProbe['protocol'], url: string): ServerProbe {
  return { protocol, url, timeoutSeconds: healthCheck?.timeoutSeconds ?? USUAL_TIMEOUT_SECONDS };
}

function postgresUrl({ user, password, database }: Role, port: number): string {
  const [name, secret, path] = [user, password, database].map(encodeURIComponent);
  return `postgres://${name}:${secret}@${LOOPBACK}:${port}/${path}`;
}

function keep(server: ConstructorParameters<typeof Keeper>[0], { logger, onChange }: ImageContext): Keeper {
  return new Keeper(server, {
    report: (what, detail) => {
      logger.error({ server: server.name, detail }, `a server ${what}`);
      onChange();
    },
  });
}
