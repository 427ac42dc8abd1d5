import type { Database } from '@diglot/platform';
import type { Random } from '@diglot/protocol-model';
import type { Stack } from '@diglot/stack';

/** What a strike has at hand. */
export interface StrikeContext {
  readonly stack: Stack;
  /** The auditor's own connections. */
  readonly database: Database;
  /** By the seed. */
  readonly random: Random;
  /** How long an outage lasts. */
  readonly outageSeconds: number;
  /** Puts the run's digests where the watcher finds them. */
  readonly load: () => Promise<void>;
  /** Resolves once every entry of the run is parsed and announced. */
  readonly parsed: () => Promise<void>;
  /** Resolves once every paper of the run has its state. */
  readonly arrived: () => Promise<void>;
}

/** What was done to the stack. */
export interface Strike {
  /** Processes that were killed, stopped in their tracks, or cut off. */
  readonly kills: number;
  /** Events that cannot be processed and must be dead letters now; 0 by default. */
  readonly deadLetters?: number;
  /** Alarms that were in Redis when it failed; undefined where that is not what was struck. */
  readonly alarms?: number;
}

/** A way in which the world fails. */
export interface CrashPoint {
  readonly name: string;
  /** Which row of docs/protocol.md, "What dies where", it proves. */
  readonly row: string;
  /** Loads a batch and strikes while it is under way; returns when the fault is over, not when everything has drained. */
  readonly strike: (context: StrikeContext) => Promise<Strike>;
}

/** A process that dies, or freezes, at one place of its code. Several services can be struck in one run. */
export interface ProcessPoint {
  readonly name: string;
  readonly row: string;
  readonly service: string;
  /** As `DIGLOT_FAILPOINT` wants it, without the pass. */
  readonly failpoint: string;
}
