import type { Database, Logger } from '@diglot/platform';
import type { AlarmClock } from '../alarms/alarm-clock.port.ts';
import type { Bus, Reader } from '../bus/bus.port.ts';
import type { Breaker } from './breaker.ts';
import type { StageHandlerFunction, StagePreparationFunction } from './stage-handler.decorator.ts';

/** What every part of a stage works with. */
export interface StageRuntime {
  readonly database: Database;
  readonly bus: Bus;
  readonly alarms: AlarmClock;
  readonly logger: Logger;
  /** In `[0, 1)`; injected so that a test can decide it. */
  readonly random: () => number;
  /** Goes into dead letters. */
  readonly serviceVersion: string;
  /** Told of an error after which this process cannot go on (class `Fatal`). */
  readonly onFatal?: (error: Error) => void;
  /** Told of every batch that was taken: for metrics and measurements. */
  readonly onBatch?: (times: BatchTimes) => void;
}

/** What a batch took, in milliseconds. */
export interface BatchTimes {
  readonly consumer: string;
  readonly events: number;
  /** Decoding, and what the stage does outside of its transaction. */
  readonly preparing: number;
  /** The transaction, or all of them if it was repeated one by one. */
  readonly committing: number;
}

/** A reader with its handler. */
export interface Stage {
  readonly reader: Reader;
  readonly prepare: StagePreparationFunction | null;
  readonly handle: StageHandlerFunction;
  readonly breaker: Breaker;
}
