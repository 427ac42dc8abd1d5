/**
 * First parts of the addresses that the page itself understands: the server answers each of them with the page, and the
 * page finds its view by the rest.
 */
export const PAGE_PATHS = ['read', 'search', 'flow', 'dead-letters', 'trace', 'quality', 'sources'] as const;
