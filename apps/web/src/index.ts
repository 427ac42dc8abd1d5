/** Where the built page is; the same whether this module runs from its source or compiled. */
export const PAGE_FOLDER: URL = new URL('../dist/page/', import.meta.url);

export { PAGE_PATHS } from './page-paths.ts';
