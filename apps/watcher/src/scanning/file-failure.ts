import type { Problem } from '../problems/problem.ts';

/** The code of a failed system call (`ENOENT`), or an empty text. */
export function systemCode(thrown: unknown): string {
  return property(thrown, 'code');
}

/** Whether the failure only says that the file or a folder above it is gone. */
export function isGone(thrown: unknown): boolean {
  return systemCode(thrown) === 'ENOENT' || systemCode(thrown) === 'ENOTDIR';
}

/** The problem of a file or folder that a system call fails on. */
export function unreadable(path: string, thrown: unknown): Problem {
  return { path, code: 'DIGLOT_FILE_UNREADABLE', detail: describeFailure(thrown) };
}

/** What the system says, without the call and its paths: Node's messages are like `EACCES: permission denied, open '/…'`. */
export function describeFailure(thrown: unknown): string {
  const message = property(thrown, 'message') || String(thrown);
  return /^([A-Z0-9_]+: [^,]+), /.exec(message)?.[1] ?? message;
}

/** Not by `instanceof`: an error of Node's own may come from another realm than ours. */
function property(thrown: unknown, name: 'code' | 'message'): string {
  if (typeof thrown !== 'object' || thrown === null || !(name in thrown)) return '';
  return String(Reflect.get(thrown, name));
}
