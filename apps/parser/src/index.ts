import { ParserCreateTables1700000000201 } from './migrations/0001-parser.migration.ts';

export { ParserModule } from './parser.module.ts';
export { parserReaders } from './parser.readers.ts';

/** The migrations of the schema `parser`. */
export const parserMigrations = [ParserCreateTables1700000000201];
