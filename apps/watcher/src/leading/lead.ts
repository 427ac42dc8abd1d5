import type { PathRule } from '@diglot/formats';
import type { Bus } from '@diglot/pipeline';
import type { Database, Logger } from '@diglot/platform';
import type { Term } from '../leadership/in-term.ts';
import type { PlacementTaken } from '../placements/change.ts';
import type { Origin } from '../origins/origin.ts';
import type { SourcePolicy } from '../sources/source-definition.ts';
import type { WatcherOptions } from '../watcher-options.ts';

/** What a source is; `uploads` are given to us, nobody watches them. */
export type SourceKind = 'folder' | 'git' | 'uploads';

/** A source with its name and place. */
export interface Source {
  readonly name: string;
  readonly kind: SourceKind;
  /** The real path of its folder, or the address of its repository with `#branch`. */
  readonly location: string;
  readonly origin: Origin;
  readonly policy: SourcePolicy;
  /** What the paths of its digests say. */
  readonly rule: PathRule;
  /** What differs from how the watcher works otherwise. */
  readonly timing: Partial<Pick<WatcherOptions, 'scan' | 'stable'>>;
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
