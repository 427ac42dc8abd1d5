import type { Trace, TracedEvent } from '../contract/trace.schema.ts';
import { presentPayload } from '../retries/present-payload.ts';
import type { TraceCandidate } from './trace-candidates.ts';
import type { AnnouncedRow, ReceiptRow } from './trace.repository.ts';

export interface TraceFacts {
  readonly kind: Trace['kind'];
  readonly of: string;
  readonly isWhole: boolean;
  readonly candidates: readonly TraceCandidate[];
  readonly announced: readonly AnnouncedRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly readers: readonly { readonly consumer: string; readonly topic: string }[];
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

function presentEvent(eventId: string, { candidates, announced, receipts, readers }: TraceFacts): TracedEvent {
  const fact = candidates.find((each) => each.eventId === eventId);
  const row = announced.find((each) => each.eventId === eventId);
  const own = receipts.filter((each) => each.eventId === eventId);
  const topic = row?.topic ?? own[0]?.topic ?? '';
  const waiting = readers.filter(
    (reader) => row && reader.topic === topic && !own.some(({ consumer }) => consumer === reader.consumer),
  );
  return {
    eventId,
    type: fact?.type ?? row?.headers['ce_type'] ?? null,
    topic,
    key: row?.key ?? own[0]?.key ?? '',
    subject: fact?.subject ?? row?.headers['ce_subject'] ?? null,
    revision: fact?.revision ?? toRevision(row?.headers['ce_revision']),
    replayId: row?.headers['ce_replayid'] ?? null,
    announcedAt: row?.announcedAt.toISOString() ?? null,
    hops: [...own.map((receipt) => presentHop(receipt, row)), ...waiting.map(({ consumer }) => waitingHop(consumer))],
    payload: presentPayload(row?.payload ?? null, row?.size ?? null),
  };
}

function presentHop(receipt: ReceiptRow, row: AnnouncedRow | undefined): TracedEvent['hops'][number] {
  const { firstSeen, updatedAt, eventId: _eventId, topic: _topic, key: _key, ...rest } = receipt;
  const { status } = rest;
  const settledAt = status === 'done' ? updatedAt : null;
  const seconds = settledAt && row ? Math.max(0, settledAt.getTime() - row.announcedAt.getTime()) / 1000 : null;
  const times = { firstSeen: firstSeen.toISOString(), settledAt: settledAt?.toISOString() ?? null, seconds };
  return { ...rest, ...times };
}

function waitingHop(consumer: string): TracedEvent['hops'][number] {
  const nothing = { firstSeen: null, settledAt: null, seconds: null, code: null, message: null };
  return {
    consumer,
    status: 'waiting',
    attempts: 0,
    redrives: 0,
    ...nothing,
    partition: null,
    offset: null,
    serviceVersion: null,
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
