import type { Problem } from '../problems/problem.ts';
import { isTooLong, readName } from '../scanning/path-rules.ts';
import { isReached, type Selection } from '../scanning/selection.ts';

/** A regular file of a commit. */
export interface TreeFile {
  readonly path: string;
  /** The name of its content in git: a hash in hexadecimal. */
  readonly blob: string;
}

export interface Tree {
  readonly files: readonly TreeFile[];
  readonly problems: readonly Problem[];
}

const NUL = 0;
const TAB = 9;
/** Regular files; links (120000) and submodules (160000) hold no digest. */
const REGULAR = /^100\d{3} blob ([0-9a-f]{40,64})$/;

/**
 * Reads what `git ls-tree -r -z` prints: `mode type hash TAB path NUL`, the path in whatever bytes it has.
 * @param selection which of them are digests
 */
export function readTree(output: Buffer, selection: Selection): Tree {
  const files: TreeFile[] = [];
  const problems: Problem[] = [];
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(NUL, at);
    const tab = output.indexOf(TAB, at);
    if (end === -1 || tab === -1 || tab > end) throw new TypeError('git printed no tree');
    const blob = REGULAR.exec(output.toString('latin1', at, tab))?.[1];
    const name = readName(output.subarray(tab + 1, end));
    at = end + 1;
    if (blob === undefined || !isReached(name.text, selection)) continue;
    if (name.usable && !isTooLong(name.text)) files.push({ path: name.text, blob });
    else problems.push(refuse(name.text));
  }
  return { files, problems };
}

function refuse(path: string): Problem {
  const detail = isTooLong(path)
    ? 'the path is longer than 2,000 bytes'
    : 'the path holds a control character or is not valid UTF-8';
  // A path that is too long for the key of a placement is too long for that of its problem.
  return { path: isTooLong(path) ? `${path.slice(0, 200)}…` : path, code: 'DIGLOT_PATH_UNUSABLE', detail };
}
