/** Two clocks, in milliseconds. */
export interface Clock {
  /** Never jumps; from an arbitrary beginning. */
  monotonic(): number;
  /** Since 1970, as the timestamps of files. */
  wall(): number;
}

/** How the watcher works; all of it has defaults. Times are in milliseconds. */
export interface WatcherOptions {
  /**
   * How long a file must rest before it is taken, and be absent before it counts as deleted (`DIGLOT_STABLE`).
   * 0 trusts every writer to rename its finished files into place.
   */
  readonly stable: number;
  /** How long a file may change without a rest before that is shown as a problem. */
  readonly unstable: number;
  /** The longest time between two scans. */
  readonly scan: number;
  /** How often a standby watcher tries to take over, and how long to wait after an error. */
  readonly retry: number;
  /** How often it is looked whether somebody asks for something. */
  readonly requests: number;
  /** How long a leader may be silent before the database gives its sources to others. */
  readonly silence: number;
  /** Whether events of the file system may shorten the time between two scans. */
  readonly events: boolean;
  /** The folder for clones of git repositories; null: there can be no git sources. */
  readonly clones: string | null;
  /** Who must have settled the announcement of a digest before its file may be moved or deleted: names of consumers. */
  readonly settledBy: readonly string[];
  readonly clock: Clock;
}

/** Injection token of the {@link WatcherOptions}. */
export const WATCHER_OPTIONS = Symbol('WatcherOptions');

const SYSTEM_CLOCK: Clock = { monotonic: () => performance.now(), wall: () => Date.now() };

export const DEFAULT_OPTIONS: WatcherOptions = {
  stable: 1000,
  unstable: 30_000,
  scan: 5000,
  retry: 1000,
  requests: 250,
  silence: 60_000,
  events: true,
  clones: null,
  settledBy: [],
  clock: SYSTEM_CLOCK,
};
