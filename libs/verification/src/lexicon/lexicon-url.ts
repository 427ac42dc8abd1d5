/** Where the shipped lexicon lies; read it once at the start and hand the bytes to {@link loadLexicon}. */
export const LEXICON_URL = new URL('../../data/lexicon.bin', import.meta.url);
