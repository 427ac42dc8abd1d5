import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { messageOf } from '../errors/errors.ts';
import { PlatformError } from '../errors/platform-error.ts';
import { clusterOf, logFileOf } from './cluster-home.ts';
import { isServerOf, readPostmasterPid, saysReady } from './postmaster-file.ts';
import { lastLinesOf, lengthOf } from '../processes/process-log.ts';
import { serverArguments, type ServerSettings } from './server-settings.ts';
import type { ServerUser } from './server-user.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';

export interface ServerRunOptions {
  readonly home: string;
  /** The folder of `postgres`. */
  readonly programs: string;
  readonly user: ServerUser;
  readonly settings: ServerSettings;
  readonly connection: ClientConfig & { readonly port: number };
  /** Milliseconds for the start; recovery after a crash may take minutes. */
  readonly startTimeout: number;
  /** Told once if the start takes long enough to be a recovery. */
  readonly onRecovering: () => void;
  /** Gives up the start. */
  readonly signal?: AbortSignal;
}

/** Milliseconds between two looks whether the server is ready. */
const POLL = 25;
/** Milliseconds after which a start is taken for a recovery: a clean one takes a fraction of a second. */
const RECOVERY_HINT = 2_000;
/** Milliseconds for the first connection. */
const FIRST_CONNECTION = 30_000;
/** Milliseconds for the fast shutdown, then for the immediate one; that one ends by itself in 5 s. */
const FAST_SHUTDOWN = 30_000;
const IMMEDIATE_SHUTDOWN = 10_000;

/** Why a server didn't start, told by its log; the first two pass by themselves or with another port. */
export type StartFailure = 'port-taken' | 'still-in-use' | 'other';

export class ServerStartError extends PlatformError {
  readonly failure: StartFailure;

  constructor(detail: string, failure: StartFailure, cause?: unknown) {
    super('DIGLOT_POSTGRES_START', detail, { cause });
    this.failure = failure;
  }
}

/** One life of a server, from its start until it ends. */
export class ServerRun {
  readonly #process: SupervisedProcess;
  readonly #options: ServerRunOptions;
  /** Where in the log this life begins. */
  readonly #logStart: number;
  #pid: number | null = null;

  private constructor(process: SupervisedProcess, options: ServerRunOptions, logStart: number) {
    this.#process = process;
    this.#options = options;
    this.#logStart = logStart;
  }

  /**
   * Starts the server and waits until it takes statements.
   *
   * @throws ServerStartError with the last lines of its log
   */
  static async start(options: ServerRunOptions): Promise<ServerRun> {
    const { home, programs, user, settings, connection } = options;
    const logStart = await lengthOf(logFileOf(home));
    const log = await open(logFileOf(home), 'a', 0o600);
    try {
      const args = serverArguments(clusterOf(home), connection.port, settings);
      const process = new SupervisedProcess(join(programs, 'postgres'), args, { user, output: log.fd });
      const run = new ServerRun(process, options, logStart);
      await run.#untilReady();
      process.unref();
      return run;
    } finally {
      await log.close();
    }
  }

  /** Resolves once the server has ended, wanted or not. */
  get exited(): Promise<number | null> {
    return this.#process.exited;
  }

  /** The server's first process; null once it has ended. */
  get pid(): number | null {
    return this.#process.hasExited ? null : this.#pid;
  }

  /** Ends the server: fast (sessions are cut, a checkpoint is written), and if that takes too long at once. */
  async stop(): Promise<void> {
    this.#process.requestEnd();
    if (await this.#endsWithin(FAST_SHUTDOWN)) return;
    const cluster = clusterOf(this.#options.home);
    const pid = await readPostmasterPid(cluster);
    if (pid !== null && isServerOf(pid, cluster)) process.kill(pid, 'SIGQUIT');
    if (await this.#endsWithin(IMMEDIATE_SHUTDOWN)) return;
    throw new PlatformError('DIGLOT_POSTGRES_START', `the server, process ${pid}, does not end`);
  }

  /** The last lines of the log of this life. */
  async lastLines(): Promise<string> {
    return await lastLinesOf(logFileOf(this.#options.home), this.#logStart);
  }

  async #untilReady(): Promise<void> {
    const cluster = clusterOf(this.#options.home);
    const start = Date.now();
    let recovering = false;
    for (;;) {
      // Before the look, so that a time that is over is over, however late this process comes to look.
      if (Date.now() - start > this.#options.startTimeout) await this.#abandon('it was not ready in time');
      if (await saysReady(cluster)) break;
      if (this.#process.hasExited) throw await this.#failure(await this.#describeEnd());
      if (this.#options.signal?.aborted) await this.#abandon('it was told to stop while it started');
      if (!recovering && Date.now() - start > RECOVERY_HINT) {
        recovering = true;
        this.#options.onRecovering();
      }
      await Promise.race([sleep(POLL), this.#process.exited.catch(() => undefined)]);
    }
    const problem = await this.#look();
    if (problem !== null) await this.#abandon(messageOf(problem), problem);
    this.#pid = await readPostmasterPid(cluster);
  }

  /** Null if the server answers, else why not. */
  async #look(): Promise<unknown> {
    const client = new Client({
      ...this.#options.connection,
      database: 'postgres',
      connectionTimeoutMillis: FIRST_CONNECTION,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return null;
    } catch (error) {
      return error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async #abandon(what: string, cause?: unknown): Promise<never> {
    await this.stop();
    throw await this.#failure(what, cause);
  }

  async #failure(what: string, cause?: unknown): Promise<ServerStartError> {
    const lines = await this.lastLines();
    return new ServerStartError(`${what}\n${lines}`.trimEnd(), classify(lines), cause);
  }

  async #describeEnd(): Promise<string> {
    return await this.#process.exited.then((code) => `it ended at once, with ${code ?? 'a signal'}`, messageOf);
  }

  async #endsWithin(milliseconds: number): Promise<boolean> {
    const timer = new AbortController();
    const late = sleep(milliseconds, false, { signal: timer.signal }).catch(() => false);
    const ended = await Promise.race([
      this.#process.exited.then(
        () => true,
        () => true,
      ),
      late,
    ]);
    timer.abort();
    return ended;
  }
}

function classify(log: string): StartFailure {
  if (/could not bind|Address already in use/.test(log)) return 'port-taken';
  // Sessions outlive a killed server by an instant, and hold its shared memory.
  if (/is still in use|already exists/.test(log)) return 'still-in-use';
  return 'other';
}
