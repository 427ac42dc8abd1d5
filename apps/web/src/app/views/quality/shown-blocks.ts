/**
 * How many blocks of a view are shown, from above: those of which it is known what stands there, and the first of the
 * others, which is drawn as loading. Nobody knows its height before it is there, so what lies below it waits: nothing that
 * is in sight is pushed away.
 *
 * @param settled for each block, from above, whether it is known what stands there
 * @returns one more than there are blocks when all are known: then what needs no answer may end the view
 */
export function shownBlocks(settled: readonly boolean[]): number {
  const open = settled.indexOf(false);
  return (open === -1 ? settled.length : open) + 1;
}
