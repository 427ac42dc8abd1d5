import { setImmediate } from 'node:timers/promises';
import { decodeRecord, type DiglotEvent } from '@diglot/contracts';
import { DiglotError, classify } from '@diglot/domain';
import type { LogRecord } from '../bus/bus.port.ts';
import type { Arrival } from './arrival.ts';
import type { StagePreparationFunction } from './stage-handler.decorator.ts';

/** What came of an event before its transaction: something to handle, or the failure that is its result. */
export type Prepared =
  | { readonly ok: true; readonly event: DiglotEvent; readonly prepared: unknown }
  | { readonly ok: false; readonly error: DiglotError };

/**
 * Decodes and prepares one record (C1). A failure is a result.
 * @throws DiglotError `Unavailable` and `Fatal`, which say nothing about the event
 */
export async function prepareRecord(record: LogRecord, prepare: StagePreparationFunction | null): Promise<Prepared> {
  const decoded = decodeRecord(record);
  if (!decoded.ok) return { ok: false, error: new DiglotError(decoded.code, decoded.detail) };
  try {
    const prepared = prepare ? await prepare(decoded.event) : undefined;
    return { ok: true, event: decoded.event, prepared };
  } catch (thrown) {
    const error = classify(thrown);
    if (isAboutTheWorld(error)) throw error;
    return { ok: false, error };
  }
}

/** How long events are prepared before others get their turn. */
const TICK_MILLISECONDS = 10;

/**
 * Prepares a batch, giving way between events so that no tick of the loop gets long.
 * @param atOnce how many events are prepared at the same time: more than one where the work is done elsewhere
 */
export async function prepareAll(
  arrivals: readonly Arrival[],
  prepare: StagePreparationFunction | null,
  heartbeat: () => Promise<void>,
  atOnce = 1,
): Promise<ReadonlyMap<string, Prepared>> {
  // Of an id that stands twice the first one counts, as in the inbox.
  const waiting = [...new Map(arrivals.toReversed().map((arrival) => [arrival.eventId, arrival])).values()].reverse();
  const outcomes = new Map<string, Prepared>();
  let gaveWayAt = performance.now();
  const lane = async (): Promise<void> => {
    for (let arrival = waiting.shift(); arrival; arrival = waiting.shift()) {
      outcomes.set(arrival.eventId, await prepareRecord(arrival.record, prepare));
      if (performance.now() - gaveWayAt < TICK_MILLISECONDS) continue;
      gaveWayAt = performance.now();
      await heartbeat();
      await setImmediate();
    }
  };
  const lanes = Array.from({ length: atOnce }, async () => {
    try {
      await lane();
    } catch (thrown) {
      // The batch comes again as a whole, so that the other lanes need not go on.
      waiting.length = 0;
      throw thrown;
    }
  });
  for (const result of await Promise.allSettled(lanes)) if (result.status === 'rejected') throw result.reason;
  return outcomes;
}

/** Errors after which nothing is marked: they concern servers and settings, not the event. */
export function isAboutTheWorld(error: DiglotError): boolean {
  return error.class === 'Unavailable' || error.class === 'Fatal';
}
