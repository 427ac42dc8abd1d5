/**
 * SQL: names of sources that are configured no more. Nobody can mend what is wrong with them, so it is not counted as open;
 * it is kept, and shown to who asks for all there ever was.
 */
export const LEFT_SOURCES = `SELECT name FROM watcher.source_view WHERE NOT configured`;
