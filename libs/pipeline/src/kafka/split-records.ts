/**
 * Cuts a list into runs: each ends at its limit of events, or with the item that reaches its limit of bytes, however large
 * that is.
 */
export function* splitRecords<T>(
  items: readonly T[],
  bytesOf: (item: T) => number,
  limit: { readonly events: number; readonly bytes: number },
): Generator<readonly T[]> {
  let from = 0;
  let bytes = 0;
  for (const [index, item] of items.entries()) {
    bytes += bytesOf(item);
    if (index + 1 - from < limit.events && bytes < limit.bytes) continue;
    yield items.slice(from, index + 1);
    from = index + 1;
    bytes = 0;
  }
  if (from < items.length) yield items.slice(from);
}
