import { mkdir, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiglotError, type ErrorCode } from '@diglot/domain';
import { lastLinesOf, lengthOf, messageOf, rotateLog, SupervisedProcess } from '@diglot/platform';

/** What a server of ours is, besides its life. */
export interface NativeServerOptions {
  /** For messages: `broker 1`. */
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** The folder it runs in; made if need be. */
  readonly folder: string;
  /** Where everything goes that it prints; a long one is put aside at a start. */
  readonly logFile: string;
  /** The code of the error if it doesn't start. */
  readonly startError: ErrorCode;
  /**
   * Whether it serves; asked again and again until it does.
   * @param printed the last lines that this life has printed
   */
  readonly isReady: (printed: string) => Promise<boolean> | boolean;
  /** What it sees beside `PATH` and the locale. */
  readonly environment?: () => Readonly<Record<string, string>>;
  /** Seconds for an orderly end before it is killed; 30 by default. */
  readonly patience?: number;
  /** Milliseconds between two looks whether it serves; 50 by default. */
  readonly poll?: number;
}

const POLL = 50;
/** Milliseconds for a start: three JVMs on a busy machine, and recovery of their logs. */
const START_TIMEOUT = 180_000;
const PATIENCE = 30;

/**
 * A server of ours as a process: it ends with this process at the latest, may be stopped, killed and stopped in its tracks, and
 * started again as it was.
 */
export class NativeServer {
  readonly #options: NativeServerOptions;
  #process: SupervisedProcess | null = null;
  #pid: number | null = null;
  #logStart = 0;
  #wantsToRun = false;
  #onUnwantedEnd: () => void = () => undefined;

  constructor(options: NativeServerOptions) {
    this.#options = options;
  }

  /** Told at each end that nobody asked for; not of a start that fails, which says so itself. */
  onUnwantedEnd(listener: () => void): void {
    this.#onUnwantedEnd = listener;
  }

  get name(): string {
    return this.#options.name;
  }

  get logFile(): string {
    return this.#options.logFile;
  }

  /** The server's own process; null while it doesn't run. */
  get pid(): number | null {
    return this.isRunning ? this.#pid : null;
  }

  get isRunning(): boolean {
    return this.#process !== null && !this.#process.hasExited;
  }

  /** Whether it was started, and neither stopped nor killed since: whoever keeps it alive starts it again then. */
  get isWanted(): boolean {
    return this.#wantsToRun;
  }

  /** Resolves at the end of the present life, wanted or not; at once if there is none. */
  get exited(): Promise<number | null> {
    return this.#process?.exited ?? Promise.resolve(null);
  }

  /**
   * Starts it and waits until it serves.
   * @throws DiglotError of the code of the options, with the last lines of its log
   */
  async start(): Promise<void> {
    if (this.isRunning) return;
    const { program, args, folder, logFile, environment = () => ({}), patience = PATIENCE } = this.#options;
    await mkdir(folder, { recursive: true });
    await rotateLog(logFile);
    this.#logStart = await lengthOf(logFile);
    this.#wantsToRun = true;
    const log = await open(logFile, 'a', 0o600);
    try {
      const ending = { ask: 'TERM', insist: 'KILL', patience };
      const options = { output: log.fd, ending, folder, environment: environment() };
      const process = new SupervisedProcess(program, args, options);
      this.#process = process;
      this.#pid = await process.pid;
      await this.#untilReady(process);
      process.unref();
      const onEnd = (): void => {
        if (this.#wantsToRun && this.#process === process) this.#onUnwantedEnd();
      };
      process.exited.then(onEnd, onEnd);
    } finally {
      await log.close();
    }
  }

  /**
   * Ends it in order, and waits.
   * @returns its exit code; null if it didn't run
   */
  async stop(): Promise<number | null> {
    this.#wantsToRun = false;
    if (!this.isRunning) return null;
    this.#process?.ref();
    this.#process?.requestEnd();
    return await this.exited;
  }

  /** Ends it at once (SIGKILL), and waits. */
  async kill(): Promise<void> {
    this.#wantsToRun = false;
    this.#process?.ref();
    this.#signal('SIGKILL');
    await this.exited;
  }

  /** Lets it hang, connections open (SIGSTOP), until {@link resume}. */
  pause(): void {
    this.#signal('SIGSTOP');
  }

  resume(): void {
    this.#signal('SIGCONT');
  }

  async #untilReady(process: SupervisedProcess): Promise<void> {
    const start = Date.now();
    while (!(await this.#options.isReady(await this.#printed()))) {
      if (process.hasExited) throw await this.#failure(await describeEnd(process));
      if (Date.now() - start > START_TIMEOUT) {
        await this.kill();
        throw await this.#failure('it was not ready in time');
      }
      await Promise.race([sleep(this.#options.poll ?? POLL), process.exited.catch(() => undefined)]);
    }
  }

  async #failure(what: string): Promise<DiglotError> {
    const detail = `${this.#options.name}: ${what}; its log is ${this.#options.logFile}\n${await this.#printed()}`;
    return new DiglotError(this.#options.startError, detail.trimEnd());
  }

  async #printed(): Promise<string> {
    return await lastLinesOf(this.#options.logFile, this.#logStart);
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this;
    if (pid !== null) process.kill(pid, signal);
  }
}

async function describeEnd(process: SupervisedProcess): Promise<string> {
  return await process.exited.then((code) => `it ended at once, with ${code ?? 'a signal'}`, messageOf);
}
