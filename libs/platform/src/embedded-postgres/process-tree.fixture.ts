import { readdirSync, readFileSync } from 'node:fs';

interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
}

/** Every process of the machine that isn't a zombie (Linux). */
function allProcesses(): ProcessRow[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const row = rowOf(Number(name));
      return row === null ? [] : [row];
    });
}

export function rowOf(pid: number): ProcessRow | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : { pid, parent: Number(parent), session: Number(session) };
  } catch {
    return null;
  }
}

/** Its command line, with blanks between the words; empty if it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

export function childrenOf(parent: number): number[] {
  return allProcesses()
    .filter((row) => row.parent === parent)
    .map(({ pid }) => pid);
}

/** A process, what it started, what that started, and so on. */
export function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

export const isAlive = (pid: number): boolean => rowOf(pid) !== null;
