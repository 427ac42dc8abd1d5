/** Version of the engine: changed whenever a rule, a constant or the shipped lexicon changes a verdict, a score or an issue. */
export const ENGINE_VERSION = '1.1.0';
