import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { toolEnvironment } from '@diglot/platform';

const MAIN = fileURLToPath(new URL('../../../../apps/standalone/dist/main.js', import.meta.url));

/** The embedded profile as a user starts it, in a process of its own. */
export class EmbeddedProcess {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, address: string) {
    this.#child = child;
    this.address = address;
  }

  /**
   * @param nodeOptions of Node itself
   * @throws Error if it ends before it says where the page is
   */
  static async start(options: readonly string[], nodeOptions: readonly string[] = []): Promise<EmbeddedProcess> {
    const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
    const child = spawn(process.execPath, [...nodeOptions, MAIN, ...options], {
      env: { ...toolEnvironment(), DIGLOT_PORT: '0' },
      stdio,
    });
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
      const address = /The page: (http:\S+)/.exec(line)?.[1];
      if (address === undefined) continue;
      child.stdout.resume();
      return new EmbeddedProcess(child, address);
    }
    throw new Error('the embedded profile did not start');
  }

  /** MiB of its memory that are in use now. Linux tells them. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }
}
