import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { childEnvironment } from '../config/environment.ts';

/**
 * Runs a program and ends it once nobody holds the other end of standard input: when the owner closes it, and also when the
 * owner is killed, for then the kernel closes it. `$1` is the signal that asks the program to end, `$2` the one after
 * `$3` seconds; a stopped program is continued, for else it would not hear the first. The traps keep the supervisor alive
 * when a system that goes down signals everybody; a trapped signal interrupts `wait`, hence the loop. The program's number
 * is written to descriptor 4.
 */
const SUPERVISOR = `
ask=$1; insist=$2; patience=$3; shift 3
exec 3<&0 </dev/null
"$@" 3<&- 4>&- &
program=$!
echo "$program" >&4
exec 4>&-
{
  read -r _ <&3
  trap 'kill "$sleeper"; wait; exit' TERM
  kill "-$ask" "$program"; kill -CONT "$program"
  while [ "$patience" -gt 0 ] && kill -0 "$program"; do
    sleep 1 & sleeper=$!
    wait "$sleeper"
    patience=$((patience - 1))
  done
  [ "$patience" -gt 0 ] || kill "-$insist" "$program"
} 2>/dev/null &
watcher=$!
exec 3<&-
trap : HUP INT TERM
while :; do
  wait "$program"; status=$?
  kill -0 "$program" 2>/dev/null || break
done
{ kill "$watcher"; wait "$watcher"; } 2>/dev/null
exit "$status"
`;

/** How a program is ended. */
export interface Ending {
  /** The signal, without `SIG`, that asks it to end. */
  readonly ask: string;
  /** The signal, without `SIG`, that it gets if it hasn't ended in time. */
  readonly insist: string;
  /** The seconds between the two. */
  readonly patience: number;
}

/** PostgreSQL's fast shutdown (sessions are cut, a checkpoint is written), then its immediate one. */
const POSTGRES_ENDING: Ending = { ask: 'INT', insist: 'QUIT', patience: 60 };

export interface SupervisedOptions {
  /** Whom it runs as; null: as we do. */
  readonly user?: { readonly uid: number; readonly gid: number } | null;
  /** An open file for what the program prints. */
  readonly output: number;
  /** PostgreSQL's by default. */
  readonly ending?: Ending;
  /** What it sees beside {@link childEnvironment}. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The root by default. */
  readonly folder?: string;
}

/** A program that lives in a session of its own, where a terminal's Ctrl-C doesn't reach it, and no longer than we do. */
export class SupervisedProcess {
  /** Resolves once the program has ended; null: a signal ended the supervisor itself. */
  readonly exited: Promise<number | null>;
  /** The program's own number, not the supervisor's; null if it could not be started. */
  readonly pid: Promise<number | null>;
  readonly #child: ChildProcess;
  #hasExited = false;

  constructor(program: string, args: readonly string[], options: SupervisedOptions) {
    const { user = null, output, ending = POSTGRES_ENDING, environment = {}, folder = '/' } = options;
    const { ask, insist, patience } = ending;
    const words = [ask, insist, String(patience), program, ...args];
    this.#child = spawn('/bin/sh', ['-c', SUPERVISOR, 'diglot-supervisor', ...words], {
      ...user,
      cwd: folder,
      env: { ...childEnvironment(), ...environment },
      stdio: ['pipe', output, output, 'ignore', 'pipe'],
      detached: true,
    });
    this.#child.stdin?.on('error', () => undefined);
    const numbers = this.#child.stdio[4];
    this.pid = numbers instanceof Readable ? text(numbers).then((line) => Number(line) || null) : Promise.resolve(null);
    this.pid.catch(() => undefined);
    this.exited = new Promise((resolve, reject) => {
      this.#child.once('error', reject);
      this.#child.once('exit', (code) => resolve(code));
    });
    this.exited.then(
      () => this.#close(),
      () => this.#close(),
    );
  }

  /** Lets us exit without waiting for the program; it ends then by itself. */
  unref(): void {
    this.#child.unref();
    // A pipe to a child is a socket, though its type doesn't say so.
    if (this.#child.stdin instanceof Socket) this.#child.stdin.unref();
  }

  /** Takes {@link unref} back: keeps us alive until the program has ended. */
  ref(): void {
    this.#child.ref();
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /** Asks the program to end; {@link exited} tells when it has. */
  requestEnd(): void {
    this.#child.stdin?.destroy();
  }

  #close(): void {
    this.#hasExited = true;
    this.#child.stdin?.destroy();
  }
}
