/**
 * The folders whose files make up the page: what is written by hand, and what is compiled from `src/page`. They are the
 * same whether this module runs from its source or compiled.
 */
export const PAGE_FOLDERS: readonly URL[] = [
  new URL('../public/', import.meta.url),
  new URL('../dist/page/', import.meta.url),
];

/** What the page reads of the api's answers; the api's tests check that it gives them. */
export type { Paper as PagePaper, PaperPage, Status as PageStatus } from './page/api-types.ts';
