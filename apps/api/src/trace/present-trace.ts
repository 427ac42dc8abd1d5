import { TOPICS } from '@diglot/contracts';
import type { Trace, TracedEvent } from '../contract/trace.schema.ts';
import { presentPayload } from '../retries/present-payload.ts';
import { presentHops, type HopFacts } from './present-hops.ts';
import type { HeldState } from './trace.repository.ts';

export interface TraceFacts extends HopFacts {
  readonly kind: Trace['kind'];
  readonly of: string;
  readonly isWhole: boolean;
  readonly states: readonly HeldState[];
}

/** The way of something, in the order of time. */
export function presentTrace(facts: TraceFacts): Trace {
  const { kind, of, isWhole } = facts;
  const ids = new Set([...facts.announced, ...facts.receipts].map(({ eventId }) => eventId));
  const events = [...ids].map((eventId) => presentEvent(eventId, facts)).toSorted(byTime);
  const times = events.flatMap(({ announcedAt, hops }) => [announcedAt, ...hops.map(({ settledAt }) => settledAt)]);
  const known = times.filter((time) => time !== null).map((time) => Date.parse(time));
  const seconds = known.length === 0 ? null : (Math.max(...known) - Math.min(...known)) / 1000;
  return { kind, of, isWhole, events, seconds };
}

function presentEvent(eventId: string, facts: TraceFacts): TracedEvent {
  const { candidates, announced, receipts, states } = facts;
  const fact = candidates.find((each) => each.eventId === eventId);
  const row = announced.find((each) => each.eventId === eventId);
  const own = receipts.filter((each) => each.eventId === eventId);
  const topic = row?.topic ?? own[0]?.topic ?? '';
  const key = row?.key ?? own[0]?.key ?? '';
  const revision = fact?.revision ?? toRevision(row?.headers['ce_revision']);
  const held = topic === TOPICS.paperState ? states.find((each) => each.arxivId === key) : undefined;
  const said = held?.revision === revision ? held : row;
  return {
    eventId,
    type: fact?.type ?? row?.headers['ce_type'] ?? null,
    topic,
    key,
    subject: fact?.subject ?? row?.headers['ce_subject'] ?? null,
    revision,
    replayId: row?.headers['ce_replayid'] ?? null,
    announcedAt: row?.announcedAt.toISOString() ?? null,
    hops: presentHops(eventId, facts),
    payload: presentPayload(said?.payload ?? null, said?.size ?? null),
  };
}

function byTime(a: TracedEvent, b: TracedEvent): number {
  return timeOf(a) - timeOf(b) || (a.revision ?? 0) - (b.revision ?? 0);
}

function timeOf({ announcedAt, hops }: TracedEvent): number {
  return Date.parse(announcedAt ?? hops[0]?.firstSeen ?? '') || 0;
}

function toRevision(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d*$/.test(text) ? Number(text) : null;
}
