import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../errors/platform-error.ts';
import { type Logger, silentLogger } from '../logging/create-logger.ts';
import { clusterOf, logFileOf } from './cluster-home.ts';
import { clearTheWay } from './postmaster-file.ts';
import { ServerRun, type ServerRunOptions } from './server-run.ts';

export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** How a server is kept alive. */
export interface KeepOptions {
  readonly logger?: Logger;
  /** Told, with an error of class `Fatal`, once a server that kept dying is not started again. */
  readonly onGivenUp?: (error: PlatformError) => void;
  /** Told of each death and each new life. */
  readonly onChange?: () => void;
  /** Starts in a row that may fail before it is given up; 10 by default. */
  readonly restarts?: number;
}

const RESTARTS = 10;
/** Milliseconds that a server must live to end a row of failures. */
const GOOD_LIFE = 60_000;
/** Milliseconds before the first restart; each further one waits twice as long, up to the second. */
const FIRST_DELAY = 100;
const LONGEST_DELAY = 10_000;

/** A PostgreSQL of our own, which lives as long as this process and is started again when it dies. */
export class EmbeddedPostgres {
  readonly address: PostgresAddress;
  readonly #options: ServerRunOptions;
  readonly #keep: KeepOptions;
  readonly #logger: Logger;
  #run: ServerRun;
  readonly #stopping = new AbortController();
  readonly #keeping: Promise<void>;
  #restarts = 0;

  /** Use {@link startEmbeddedPostgres}. */
  constructor(run: ServerRun, options: ServerRunOptions, keep: KeepOptions, address: PostgresAddress) {
    this.#run = run;
    this.#options = options;
    this.#keep = keep;
    this.#logger = keep.logger ?? silentLogger;
    this.address = address;
    this.#keeping = this.#keepRunning().catch((error: unknown) => {
      this.#logger.fatal({ err: error }, 'the embedded PostgreSQL is not watched any more');
    });
  }

  /** `postgres://…`, with the password. */
  get url(): string {
    const { host, port, user, password, database } = this.address;
    return `postgres://${user}:${password}@${host}:${port}/${database}`;
  }

  get port(): number {
    return this.address.port;
  }

  /** Where it logs. */
  get logFile(): string {
    return logFileOf(this.#options.home);
  }

  /** How often it was started again. */
  get restarts(): number {
    return this.#restarts;
  }

  /** The server's first process; null between two lives. */
  get pid(): number | null {
    return this.#run.pid;
  }

  /** Ends the server and waits for it. Close whatever uses it before. May be called twice. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#keeping;
    await this.#run.stop();
  }

  async #keepRunning(): Promise<void> {
    let failures = 0;
    while (!this.#stopping.signal.aborted) {
      const born = Date.now();
      const code = await Promise.race([this.#run.exited, aborted(this.#stopping.signal)]);
      if (this.#stopping.signal.aborted) return;
      this.#keep.onChange?.();
      if (Date.now() - born > GOOD_LIFE) failures = 0;
      this.#logger.error({ exitCode: code, lastLines: await this.#run.lastLines() }, 'the embedded PostgreSQL died');
      for (let alive = false; !alive && !this.#stopping.signal.aborted; failures += 1) {
        if (failures >= (this.#keep.restarts ?? RESTARTS)) return this.#giveUp(failures);
        alive = await this.#restart(failures);
      }
    }
  }

  async #restart(failures: number): Promise<boolean> {
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures);
    await sleep(delay, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined);
    if (this.#stopping.signal.aborted) return false;
    try {
      await clearTheWay(clusterOf(this.#options.home), () => undefined);
      this.#run = await ServerRun.start({ ...this.#options, signal: this.#stopping.signal });
      this.#restarts += 1;
      this.#keep.onChange?.();
      this.#logger.info({ pid: this.#run.pid, port: this.port }, 'the embedded PostgreSQL runs again');
      return true;
    } catch (error) {
      if (this.#stopping.signal.aborted) return false;
      this.#logger.error({ err: error }, 'the embedded PostgreSQL does not start again');
      return false;
    }
  }

  #giveUp(failures: number): void {
    const detail = `it died or failed to start ${failures} times in a row; see ${logFileOf(this.#options.home)}`;
    const error = new PlatformError('DIGLOT_POSTGRES_START', detail);
    this.#logger.fatal({ err: error }, 'the embedded PostgreSQL is given up');
    this.#keep.onGivenUp?.(error);
  }
}

async function aborted(signal: AbortSignal): Promise<null> {
  if (signal.aborted) return null;
  return await new Promise((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }));
}
