/** Where the shipped lexicon stands; whoever may read files hands its bytes to `loadLexicon`. */
export const LEXICON_LOCATION = new URL('../../data/lexicon.bin', import.meta.url);
