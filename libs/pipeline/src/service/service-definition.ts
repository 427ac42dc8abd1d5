import type { DynamicModule, INestApplicationContext, Type } from '@nestjs/common';
import type { AbstractHttpAdapter } from '@nestjs/core';
import type { Config, Database, MigrationClass } from '@diglot/platform';
import type { Reader } from '../bus/bus.port.ts';
import type { PointerLoader } from '../bus/pointer-loader.ts';
import type { ProcessHealth } from './process-health.ts';

/** What a service gets to see of its process. */
export interface ServiceContext {
  readonly config: Config;
  readonly database: Database;
  readonly health: ProcessHealth;
}

/** One service as a process of its own: everything that differs from the others. */
export interface ServiceDefinition {
  /** As in `diglot.<name>`. */
  readonly name: string;
  readonly version: string;
  /** What it reads; none: it needs neither Kafka's consumers nor Redis. */
  readonly readers: readonly Reader[];
  /** Topics of the facts that it states; this process carries them, and its readers' dead letters, to Kafka. */
  readonly announces: readonly string[];
  /** Loaders of those topics whose rows are pointers. */
  readonly pointerLoaders?: (database: Database) => ReadonlyMap<string, PointerLoader>;
  /** What the database must hold: the tables of the pipeline and its own. */
  readonly migrations: readonly MigrationClass[];
  readonly entities?: readonly (new () => object)[];
  readonly module: (context: ServiceContext) => Type | DynamicModule;
  /** For a service that answers requests; it listens at `DIGLOT_HOST` and `DIGLOT_PORT`. */
  readonly http?: (config: Config) => AbstractHttpAdapter;
  /** For a service that works by itself. @returns ends the work after what is in hand */
  readonly work?: (application: INestApplicationContext, context: ServiceContext) => Promise<() => Promise<void>>;
}
