import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../wait-for.ts';

export interface SpawnNodeOptions {
  readonly args?: readonly string[];
  /** Beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user (only root may). */
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd?: string;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** In place of a match, of a process that will print no more. */
const ENDED = 'ended';

/** For `node --import`: runs TypeScript as Jest does. */
export const REGISTER = new URL('../../runtime/register.mjs', import.meta.url).href;

/** A Node process started by a test. */
export class SpawnedNode {
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  #output = '';
  #isClosed = false;

  constructor(child: ChildProcess) {
    this.#child = child;
    const collect = (part: Buffer): void => void (this.#output += part.toString());
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    this.exited = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.#isClosed = true;
        resolve({ code, signal });
      });
    });
    this.exited.catch(() => undefined);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** All that it has printed so far, both streams. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Waits until its output matches, two minutes by default; fails with all of its output, also when it has ended without. */
  async waitForOutput(pattern: RegExp, timeout = 120_000): Promise<RegExpExecArray> {
    try {
      const found = await waitFor(() => pattern.exec(this.#output) ?? (this.#isClosed ? ENDED : null), {
        timeout,
        what: String(pattern),
      });
      if (found === ENDED) throw new Error('it has ended');
      return found;
    } catch (cause) {
      throw new Error(`${String(pattern)} was not printed:\n${this.#output}`, { cause });
    }
  }

  /** Writes to its standard input. */
  write(line: string): void {
    this.#child.stdin?.write(line);
  }

  /** Writes to its standard input, and ends that. */
  end(text: string): void {
    this.#child.stdin?.end(text);
  }

  /** Sends a signal and waits for the end. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<Exit> {
    this.#child.kill(signal);
    return await this.exited;
  }

  /** Sends a signal and does not wait. */
  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

/** Starts a TypeScript (or JavaScript) file in a process of its own, from the sources, as Jest would run it. */
export function spawnNode(file: string | URL, options: SpawnNodeOptions = {}): SpawnedNode {
  const { args = [], env = {}, ...rest } = options;
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const child = spawn(process.execPath, ['--import', REGISTER, path, ...args], {
    env: { ...process.env, ...env },
    ...rest,
  });
  return new SpawnedNode(child);
}
