import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findFreePort, messageOf } from '@diglot/platform';
import { NativeServer } from '../native/native-server.ts';
import { findRedis } from './find-redis.ts';

export interface StartRedisOptions {
  /** For data and log; data that are there go on. Only one may use it at a time. */
  readonly folder: string;
  /** A free one by default. */
  readonly port?: number;
  /** {@link findRedis}'s by default. */
  readonly program?: string;
  /** Arguments after ours, as `['--appendfsync', 'always']`. */
  readonly args?: readonly string[];
}

/** A Redis of ours: a process that can be killed and started again on the same port and data. */
export class Redis extends NativeServer {
  readonly port: number;

  /** Use {@link startRedis}. */
  constructor(program: string, folder: string, port: number, args: readonly string[]) {
    super({
      name: 'redis',
      program,
      args: [...serverArguments(folder, port), ...args],
      folder,
      logFile: join(folder, 'redis.log'),
      startError: 'DIGLOT_REDIS_START',
      isReady: (printed) => SERVES.test(printed),
    });
    this.port = port;
  }

  /** `redis://127.0.0.1:6379` for clients. */
  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }
}

/** What it prints once its data are loaded and it takes commands. */
const SERVES = /Ready to accept connections/;

/** A port that was free may be taken before the server has it. */
const ATTEMPTS = 3;

/**
 * Starts a server that keeps what it acknowledged, but for the last second (AOF), and evicts nothing, as BullMQ needs; waits
 * until it serves. It ends with this process at the latest.
 * @throws DiglotError `DIGLOT_REDIS_START` with the last lines of its log, and those of {@link findRedis}
 */
export async function startRedis(options: StartRedisOptions): Promise<Redis> {
  const program = options.program ?? (await findRedis());
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const redis = new Redis(program, folder, options.port ?? (await findFreePort()), options.args ?? []);
    try {
      await redis.start();
      return redis;
    } catch (error) {
      const isTaken = /Address already in use/i.test(messageOf(error));
      if (!isTaken || options.port !== undefined || attempt === ATTEMPTS) throw error;
    }
  }
}

function serverArguments(folder: string, port: number): string[] {
  const settings = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    daemonize: 'no',
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
}
