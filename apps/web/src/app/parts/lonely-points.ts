/** Places of a column that have nothing on either side, so that no line is drawn through them. */
export function lonelyPoints(values: ArrayLike<number | null | undefined>): number[] {
  return Array.from(values).flatMap((value, index, all) =>
    value != null && all[index - 1] == null && all[index + 1] == null ? [index] : [],
  );
}
