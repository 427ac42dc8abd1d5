/**
 * The row of a statement that always gives exactly one: a count, or an upsert with RETURNING.
 * @throws Error when it did not; a default would pass for an answer
 */
export function onlyRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined || rows.length > 1) throw new Error(`one row was expected, ${rows.length} came`);
  return row;
}
