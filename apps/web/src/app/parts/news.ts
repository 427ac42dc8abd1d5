/** What a list holds that is shown. */
export interface ShownList {
  /** Of all that was loaded, in the order of the list. */
  readonly ids: readonly string[];
  /** So many of them came with the first answer. */
  readonly first: number;
  /** Whether nothing comes after them. */
  readonly isWhole: boolean;
}

/**
 * What the same question would bring now, beside what is shown: `new` if there is something that is not in the list,
 * `gone` if only something that is in it would be missing.
 *
 * @param now the first answer to the same question
 */
export function newsOf({ ids, first, isWhole }: ShownList, now: readonly string[]): 'new' | 'gone' | null {
  const known = new Set(ids);
  // What stands behind the last one that is known may only have moved up from the pages that were not loaded.
  const last = now.findLastIndex((id) => known.has(id));
  const compared = isWhole || last === -1 ? now : now.slice(0, last);
  if (compared.some((id) => !known.has(id))) return 'new';
  const current = new Set(now);
  return ids.slice(0, first).some((id) => !current.has(id)) ? 'gone' : null;
}
