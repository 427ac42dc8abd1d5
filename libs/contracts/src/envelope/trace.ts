import type { DiglotEvent } from './envelope.ts';
import type { EventType } from '../events/event-types.ts';

/** W3C Trace Context, level 1: version, trace, span, flags. */
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
/** Recorded: whoever samples decides otherwise. */
const SAMPLED = '01';
const SPAN_DIGITS = 16;

/**
 * Gives an event its place in a trace: that of its cause, or one of its own. Both numbers come from the ids, so that an
 * event that is stated or sent again says the same; one that has its place keeps it.
 * @param cause the event whose work stated this one
 */
export function traced<T extends EventType>(
  event: DiglotEvent<T>,
  cause: Pick<DiglotEvent, 'traceparent'> | null = null,
): DiglotEvent<T> {
  if (event.traceparent !== null) return event;
  const id = event.id.replaceAll('-', '');
  const [, trace = id, flags = SAMPLED] = TRACEPARENT.exec(cause?.traceparent ?? '') ?? [];
  return { ...event, traceparent: `00-${trace}-${id.slice(-SPAN_DIGITS)}-${flags}` };
}
