import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { DiglotError } from '@diglot/domain';
import { gitEnvironment } from '@diglot/platform';

/** The last of what git says is what it died of; bytes. */
const MESSAGE_LIMIT = 2000;
/** The list of a tree of a million files has less; bytes. */
const OUTPUT_LIMIT = 256 * 1024 * 1024;

/** No hook, no helper, no protocol but these, nothing in the background. */
const SAFE: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'credential.helper=',
  'core.askPass=',
  'protocol.allow=never',
  'fetch.recurseSubmodules=false',
  'gc.autoDetach=false',
  'maintenance.autoDetach=false',
];
const NETWORK: readonly string[] = [
  'protocol.https.allow=always',
  'protocol.ssh.allow=always',
  'protocol.file.allow=always',
];

export interface GitCall {
  /** The bare repository; null: there is none yet. */
  readonly folder: string | null;
  /** Whether it may talk to another repository. */
  readonly network?: boolean;
  readonly input?: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/**
 * Runs the system's git, without a shell, to its end.
 * @returns what it printed
 * @throws DiglotError `DIGLOT_GIT_FAILED` with what it said; the reason of the signal when that ended it
 */
export async function runGit(args: readonly string[], call: GitCall): Promise<Buffer> {
  call.signal.throwIfAborted();
  const child = startGit(args, call);
  const timeout = AbortSignal.timeout(call.timeout);
  const stop = AbortSignal.any([call.signal, timeout]);
  const kill = (): void => killGit(child);
  stop.addEventListener('abort', kill);
  const output: Buffer[] = [];
  let length = 0;
  let message = '';
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > OUTPUT_LIMIT) kill();
    else output.push(chunk);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (message = (message + text).slice(-MESSAGE_LIMIT)));
  child.stdin.on('error', () => undefined).end(call.input ?? '');
  const end = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(describeStart(error)));
    child.once('close', (code, signal) => resolve(code ?? `it was ended by ${signal ?? 'nobody'}`));
  });
  stop.removeEventListener('abort', kill);
  if (end === 0) return Buffer.concat(output, length);
  call.signal.throwIfAborted();
  const said = timeout.aborted ? `it took longer than ${call.timeout / 1000} s` : message.trim() || String(end);
  throw new DiglotError('DIGLOT_GIT_FAILED', `git ${args[0] ?? ''}: ${said}`);
}

/** Starts git in a group of its own, so that its helpers (for HTTPS, for SSH) can be ended with it. */
export function startGit(
  args: readonly string[],
  { folder, network = false }: Pick<GitCall, 'folder' | 'network'>,
): ChildProcessWithoutNullStreams {
  const settings = [...SAFE, ...(network ? NETWORK : [])].flatMap((setting) => ['-c', setting]);
  const place = folder === null ? [] : [`--git-dir=${folder}`];
  return spawn('git', [...place, ...settings, ...args], {
    env: gitEnvironment(),
    cwd: '/',
    detached: true,
    stdio: 'pipe',
  });
}

export function killGit({ pid }: { readonly pid?: number | undefined }): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function describeStart(error: NodeJS.ErrnoException): string {
  return error.code === 'ENOENT' ? 'there is no git on this machine; install it' : error.message;
}
