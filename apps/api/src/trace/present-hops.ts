import { TOPICS } from '@diglot/contracts';
import type { TracedEvent } from '../contract/trace.schema.ts';
import type { WebhookRow } from '../webhooks/webhook.repository.ts';
import type { TraceCandidate } from './trace-candidates.ts';
import type { AnnouncedRow, ReceiptRow } from './trace.repository.ts';

type Hop = TracedEvent['hops'][number];

export interface HopFacts {
  readonly candidates: readonly TraceCandidate[];
  readonly announced: readonly AnnouncedRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly readers: readonly { readonly consumer: string; readonly topic: string }[];
  readonly webhooks: readonly WebhookRow[];
}

/** What each stage and each webhook did with one event, or has still to do. */
export function presentHops(eventId: string, facts: HopFacts): Hop[] {
  const row = facts.announced.find((each) => each.eventId === eventId);
  const receipts = facts.receipts.filter((each) => each.eventId === eventId);
  const stages = facts.readers.filter(({ topic }) => topic === row?.topic).map(({ consumer }) => consumer);
  const told = facts.webhooks.filter(({ configured }) => configured && row?.topic === TOPICS.paperState);
  const silent = [...stages, ...told.map(({ consumer }) => consumer)].filter(
    (consumer) => !receipts.some((receipt) => receipt.consumer === consumer),
  );
  const hops = [
    ...receipts.map((receipt) => settledHop(receipt, row, facts)),
    ...silent.map((consumer) => openHop(consumer, row, facts)),
  ];
  return [...hops.filter(({ webhook }) => webhook === null), ...hops.filter(({ webhook }) => webhook !== null)];
}

function settledHop(receipt: ReceiptRow, row: AnnouncedRow | undefined, { webhooks }: HopFacts): Hop {
  const { firstSeen, nextAt, updatedAt, eventId: _eventId, topic: _topic, key: _key, ...rest } = receipt;
  const webhook = webhooks.find(({ consumer }) => consumer === receipt.consumer);
  const settledAt = receipt.status === 'done' ? updatedAt : null;
  const seconds = settledAt && row ? Math.max(0, settledAt.getTime() - row.announcedAt.getTime()) / 1000 : null;
  return {
    ...rest,
    webhook: webhook?.name ?? null,
    // It has a receipt like all others, so that its place in the log means what every place means.
    status: receipt.status === 'done' && isBefore(row, webhook) ? 'passed-over' : receipt.status,
    firstSeen: firstSeen.toISOString(),
    nextAt: nextAt?.toISOString() ?? null,
    settledAt: settledAt?.toISOString() ?? null,
    seconds,
  };
}

function isBefore(row: AnnouncedRow | undefined, webhook: WebhookRow | undefined): boolean {
  const from = webhook?.toldFrom ?? null;
  return row !== undefined && from !== null && row.announcedAt < from;
}

function openHop(consumer: string, row: AnnouncedRow | undefined, facts: HopFacts): Hop {
  return {
    consumer,
    webhook: facts.webhooks.find((each) => each.consumer === consumer)?.name ?? null,
    status: row && isSuperseded(consumer, row, facts) ? 'superseded' : 'waiting',
    attempts: 0,
    redrives: 0,
    firstSeen: null,
    nextAt: null,
    settledAt: null,
    seconds: null,
    code: null,
    message: null,
    partition: null,
    offset: null,
    serviceVersion: null,
  };
}

/** Pointers that are sent together are one record, under the id of the state that held then (docs/protocol.md, 4). */
function isSuperseded(consumer: string, { eventId, size }: AnnouncedRow, { candidates, receipts }: HopFacts): boolean {
  const own = candidates.find((each) => each.eventId === eventId);
  if (size !== null || own === undefined) return false;
  const later = candidates.filter(
    ({ topic, subject, revision }) => topic === own.topic && subject === own.subject && revision > own.revision,
  );
  return receipts.some((each) => each.consumer === consumer && later.some((one) => one.eventId === each.eventId));
}
