import { apiEntities } from '@diglot/api';
import { indexerMigrations, indexerReaders } from '@diglot/indexer';
import { parserMigrations, parserReaders } from '@diglot/parser';
import { pipelineMigrations, type Reader } from '@diglot/pipeline';
import type { MigrationClass } from '@diglot/platform';
import { translatorMigrations, translatorReaders } from '@diglot/translator';
import { watcherMigrations } from '@diglot/watcher';

/** What all services together read. */
export const readers: readonly Reader[] = [...parserReaders, ...translatorReaders, ...indexerReaders];

/** The tables of all services. */
export const migrations: readonly MigrationClass[] = [
  ...pipelineMigrations,
  ...watcherMigrations,
  ...parserMigrations,
  ...translatorMigrations,
  ...indexerMigrations,
];

/** What is read as entities. */
export const entities: readonly (new () => object)[] = apiEntities;

/** Who settles a digest: its receipts and placements say what came of it. */
export const DIGEST_CONSUMER = 'diglot.parser';
