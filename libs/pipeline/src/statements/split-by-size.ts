/**
 * Bytes of payload in one statement: node-postgres writes them as text in one go, and 8 MB of them would stop the loop for
 * 100 ms (2 MB: 20 ms, measured on a slow core).
 */
const STATEMENT_BYTES = 2_000_000;

/** Splits a list into runs of at most so many bytes, in order; an item that is larger by itself is a run of its own. */
export function splitBySize<T>(items: readonly T[], bytesOf: (item: T) => number, limit = STATEMENT_BYTES): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    if (runs.length === 0 || bytes > room) {
      runs.push([]);
      room = limit;
    }
    runs.at(-1)?.push(item);
    room -= bytes;
  }
  return runs;
}
