import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from '../errors/errors.ts';

/** A process beyond doubt: the number alone is given again to others, after a restart of the machine above all. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in whatever words the system has for it; null where none says. */
  readonly startedAt: string | null;
}

/** The identity of a running process, or null if there is none of that number (a zombie is none). */
export function identify(pid: number): ProcessIdentity | null {
  if (!isPid(pid) || !exists(pid)) return null;
  if (process.platform !== 'linux') return { pid, startedAt: startedAtFromPs(pid) };
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return { pid, startedAt: null };
  // `pid (name) state ppid … starttime(22nd) …`; the name may hold spaces and brackets (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === 'Z' || state === 'X') return null;
  return { pid, startedAt: `${bootId()}/${fields[19] ?? ''}` };
}

/** Whether the very process still runs; where the system doesn't say when a process began, its number must do. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  const now = identify(pid);
  return now !== null && (startedAt === null || now.startedAt === null || startedAt === now.startedAt);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return codeOf(error) === 'EPERM';
  }
}

function isPid(pid: number): boolean {
  return Number.isSafeInteger(pid) && pid > 0;
}

function bootId(): string {
  return readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
}

function startedAtFromPs(pid: number): string | null {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
    return text.trim() || null;
  } catch {
    return null;
  }
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
