/** Version of the engine: changes whenever any rule, constant or lexicon changes a verdict, a score or an issue. */
export const ENGINE_VERSION = '0.1.0';
