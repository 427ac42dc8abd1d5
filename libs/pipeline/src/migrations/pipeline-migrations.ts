import type { MigrationClass } from '@diglot/platform';
import { PipelineCreateTables1700000000001 } from './0001-pipeline.migration.ts';

/** The migrations of the schema `pipeline`. */
export const pipelineMigrations: readonly MigrationClass[] = [PipelineCreateTables1700000000001];
