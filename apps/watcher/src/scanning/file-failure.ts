import type { Problem } from '../problems/problem.ts';

/** The code of a failed system call (`ENOENT`), or an empty text. */
export function systemCode(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}

/** Whether the failure only says that the file or a folder above it is gone. */
export function isGone(thrown: unknown): boolean {
  return systemCode(thrown) === 'ENOENT' || systemCode(thrown) === 'ENOTDIR';
}

/** What we may say about a failure: the system's words, without our absolute paths. */
export function unreadable(path: string, thrown: unknown): Problem {
  return { path, code: 'DIGLOT_FILE_UNREADABLE', detail: describeFailure(thrown) };
}

export function describeFailure(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  // Node: `EACCES: permission denied, open '/…'`.
  return /^([A-Z0-9_]+: [^,]+), /.exec(message)?.[1] ?? message;
}
