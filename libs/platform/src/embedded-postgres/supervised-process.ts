import { type ChildProcess, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { childEnvironment } from '../config/environment.ts';
import type { ServerUser } from './server-user.ts';

/**
 * Runs a program and ends it once nobody holds the other end of standard input: when the owner closes it, and also when the
 * owner is killed, for then the kernel closes it. SIGINT is PostgreSQL's fast shutdown (sessions are cut, a checkpoint is
 * written), SIGQUIT its immediate one; `$1` is how many seconds lie between them. The traps keep the supervisor alive when
 * a system that goes down signals everybody; a trapped signal interrupts `wait`, hence the loop.
 */
const SUPERVISOR = `
patience=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{
  read -r _ <&3
  trap 'kill "$sleeper"; wait; exit' TERM
  kill -INT "$program"
  while [ "$patience" -gt 0 ] && kill -0 "$program"; do
    sleep 1 & sleeper=$!
    wait "$sleeper"
    patience=$((patience - 1))
  done
  [ "$patience" -gt 0 ] || kill -QUIT "$program"
} 2>/dev/null &
watcher=$!
exec 3<&-
trap : HUP INT TERM
while :; do
  wait "$program"; status=$?
  kill -0 "$program" 2>/dev/null || break
done
kill "$watcher" 2>/dev/null
wait "$watcher"
exit "$status"
`;

/** Seconds that a server without an owner has for its fast shutdown. */
const PATIENCE = 60;

export interface SupervisedOptions {
  readonly user: ServerUser;
  /** An open file for what the program prints. */
  readonly output: number;
}

/** A program that lives in a session of its own, where a terminal's Ctrl-C doesn't reach it, and no longer than we do. */
export class SupervisedProcess {
  /** Resolves once the program has ended; null: a signal ended the supervisor itself. */
  readonly exited: Promise<number | null>;
  readonly #child: ChildProcess;
  #hasExited = false;

  constructor(program: string, args: readonly string[], { user, output }: SupervisedOptions) {
    this.#child = spawn('/bin/sh', ['-c', SUPERVISOR, 'diglot-supervisor', String(PATIENCE), program, ...args], {
      ...user,
      cwd: '/',
      env: childEnvironment(),
      stdio: ['pipe', output, output],
      detached: true,
    });
    this.#child.stdin?.on('error', () => undefined);
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
