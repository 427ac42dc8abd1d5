import type { Bus } from '@diglot/pipeline';
import type { Database, Logger } from '@diglot/platform';
import type { Term } from '../leadership/in-term.ts';
import type { PlacementTaken } from '../placements/change.ts';
import type { SourcePolicy } from '../sources/source-definition.ts';
import type { WatcherOptions } from '../watcher-options.ts';

/** A source with its name and place. */
export interface Source {
  readonly name: string;
  /** The real path of its folder. */
  readonly location: string;
  readonly pattern: RegExp;
  readonly policy: SourcePolicy;
}

/** What all sources share. */
export interface WatcherContext {
  readonly database: Database;
  readonly bus: Bus;
  readonly logger: Logger;
  readonly options: WatcherOptions;
  /** Told of every revision, after its commit. */
  readonly onTaken: (taken: PlacementTaken) => void;
}

/** One source while this process leads it. */
export interface Lead extends WatcherContext {
  readonly source: Source;
  readonly term: Term;
}
