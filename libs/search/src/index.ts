export { findMatches } from './find-matches.ts';
export { parseQuery, type SearchClause, type SearchQuery } from './parse-query.ts';
export { searchDocument, searchTerms, type SearchDocument } from './search-document.ts';
export { facetTerm } from './term.ts';
export { tokenize, type Token } from './tokenize.ts';
