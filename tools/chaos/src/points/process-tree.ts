import { readdirSync, readFileSync } from 'node:fs';
import { kill } from 'node:process';

/** A process of this machine, as Linux describes it. */
interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** `T`: stopped. */
  readonly state: string;
}

/** Whether a process was stopped in its tracks. */
export function isFrozen(pid: number): boolean {
  return statOf(pid)?.state === 'T';
}

/** Sends a signal to a process and everything that descends from it. @returns how many got it */
export function signalTree(root: number, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): number {
  const tree = treeOf(root);
  let reached = 0;
  for (const pid of tree) {
    try {
      kill(pid, signal);
      reached += 1;
    } catch {
      // It has ended meanwhile.
    }
  }
  return reached;
}

/** Resident memory of a process, in bytes; 0 when there is none any more. */
export function residentBytes(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  return 1024 * Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0);
}

function treeOf(root: number): number[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
  const tree = [root];
  for (const pid of tree) tree.push(...all.filter(({ parent }) => parent === pid).map((child) => child.pid));
  return tree;
}

/** The command stands in brackets and may hold anything, so what follows its last bracket is read. */
function statOf(pid: number): ProcessStat | null {
  const stat = read(`/proc/${pid}/stat`);
  const [state = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' ? null : { pid, parent: Number(parent), state };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
