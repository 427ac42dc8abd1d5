import type { MigrationClass } from '@diglot/platform';
import { PipelineCreateTables1700000000001 } from './0001-pipeline.migration.ts';
import { PipelineIndexPointers1700000000002 } from './0002-pointers.migration.ts';
import { PipelineIndexTimes1700000000003 } from './0003-times.migration.ts';
import { PipelineAuditsRefusals1700000000004 } from './0004-command-outcomes.migration.ts';
import { PipelineCreatesProcesses1700000000005 } from './0005-processes.migration.ts';
import { PipelineKeepsVersions1700000000006 } from './0006-service-versions.migration.ts';
import { PipelineKeepsTopicDifferences1700000000007 } from './0007-topic-differences.migration.ts';

/** The migrations of the schema `pipeline`. */
export const pipelineMigrations: readonly MigrationClass[] = [
  PipelineCreateTables1700000000001,
  PipelineIndexPointers1700000000002,
  PipelineIndexTimes1700000000003,
  PipelineAuditsRefusals1700000000004,
  PipelineCreatesProcesses1700000000005,
  PipelineKeepsVersions1700000000006,
  PipelineKeepsTopicDifferences1700000000007,
];
