import { conflictEventId, type EventType } from '@diglot/contracts';
import { DiglotError } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import type { Alarm } from '../alarms/alarm-clock.port.ts';
import { conflictingReceipts } from '../inbox/conflicting-receipts.statement.ts';
import { insertReceipts, type FirstStatus } from '../inbox/insert-receipts.statement.ts';
import type { Receipt } from '../inbox/receipt.ts';
import { settleReceipts } from '../inbox/settle-receipts.statement.ts';
import type { Announcement } from '../outbox/announcement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import type { Arrival } from './arrival.ts';
import type { Prepared } from './preparation.ts';
import { settleFailure, type FailureOutcome } from './settlement.ts';
import type { Delivery } from './stage-handler.decorator.ts';
import type { Stage, StageRuntime } from './stage-runtime.ts';

/** What a committed batch leaves to be done outside of its transaction. */
export interface Received {
  /** Topics on which something was announced. */
  readonly topics: ReadonlySet<string>;
  readonly alarms: readonly Alarm[];
  /** For the breaker: of each result, whether it is a bug. */
  readonly bugs: readonly boolean[];
}

/** Writes receipts and leaves the events to the retry workers, undecoded. */
export async function receiptOnly(
  tx: Transaction,
  arrivals: readonly Arrival[],
  stage: Stage,
  runtime: StageRuntime,
): Promise<Received> {
  const { fresh, conflicts } = await insert(tx, arrivals, { status: 'retrying', attempt: 0 }, stage, runtime);
  const topics = await settle(tx, stage, conflicts, [], runtime);
  const now = new Date();
  const alarms = fresh.map(({ eventId }) => alarm(stage, { eventId, attempt: 0, epoch: 0, at: now }));
  return { topics, alarms, bugs: [] };
}

/** Receipts, effects, announcements and statuses, all in one transaction (C2, I2). */
export async function receiptAndHandle(
  tx: Transaction,
  arrivals: readonly Arrival[],
  prepared: ReadonlyMap<string, Prepared>,
  stage: Stage,
  runtime: StageRuntime,
): Promise<Received> {
  const { fresh, conflicts } = await insert(tx, arrivals, { status: 'done', attempt: 1 }, stage, runtime);
  const deliveries: Delivery<EventType, unknown>[] = [];
  const failures: FailureOutcome[] = [];
  for (const arrival of fresh) {
    const outcome = prepared.get(arrival.eventId);
    // Only when retention removed the receipt meanwhile: the batch comes again.
    if (!outcome)
      throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', 'a receipt vanished while its event was prepared');
    if (outcome.ok) deliveries.push({ event: outcome.event, prepared: outcome.prepared });
    else failures.push(fail(arrival, outcome.error, stage, runtime));
  }
  const announcements = deliveries.length > 0 ? await stage.handle(deliveries, { tx }) : [];
  const topics = await settle(tx, stage, [...failures, ...conflicts], announcements, runtime);
  const alarms = failures.flatMap(({ settlement: { eventId, attempt, epochs, nextAt } }) =>
    nextAt ? [alarm(stage, { eventId, attempt, epoch: epochs, at: nextAt })] : [],
  );
  return { topics, alarms, bugs: [...deliveries.map(() => false), ...failures.map(({ isBug }) => isBug)] };
}

/** Receipts for what is new, in the order of event ids, which is also the order in which `fresh` comes back. */
async function insert(
  tx: Transaction,
  arrivals: readonly Arrival[],
  first: FirstStatus,
  stage: Stage,
  runtime: StageRuntime,
): Promise<{ fresh: readonly Arrival[]; conflicts: readonly FailureOutcome[] }> {
  // Reversed, so that of a record that stands twice in the batch the first one counts.
  const unique = new Map(arrivals.toReversed().map((arrival) => [arrival.eventId, arrival]));
  const inserted = await insertReceipts(tx, stage.reader.consumer, [...unique.values()], first, runtime.serviceVersion);
  const fresh = [...unique.values()]
    .filter(({ eventId }) => inserted.has(eventId))
    .toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
  const isFresh = new Set(fresh);
  const known = arrivals.filter((arrival) => !isFresh.has(arrival));
  return { fresh, conflicts: await keepConflicts(tx, known, stage, runtime) };
}

/** A known id with another content is kept as a dead letter of its own. */
async function keepConflicts(
  tx: Transaction,
  known: readonly Arrival[],
  stage: Stage,
  runtime: StageRuntime,
): Promise<readonly FailureOutcome[]> {
  const { consumer } = stage.reader;
  const conflicting = await conflictingReceipts(tx, consumer, known);
  if (conflicting.length === 0) return [];
  const kept = new Map(
    conflicting.map((arrival) => {
      const eventId = conflictEventId(arrival.eventId, arrival.payloadHash);
      const detail = `another content came under the id ${arrival.eventId}`;
      return [eventId, { arrival: { ...arrival, eventId }, error: new DiglotError('DIGLOT_EVENT_CONFLICT', detail) }];
    }),
  );
  const arrivals = [...kept.values()].map(({ arrival }) => arrival);
  const inserted = await insertReceipts(tx, consumer, arrivals, { status: 'done', attempt: 1 }, runtime.serviceVersion);
  return [...kept.values()]
    .filter(({ arrival }) => inserted.has(arrival.eventId))
    .map(({ arrival, error }) => fail(arrival, error, stage, runtime));
}

async function settle(
  tx: Transaction,
  stage: Stage,
  failures: readonly FailureOutcome[],
  announcements: readonly Announcement[],
  { serviceVersion }: StageRuntime,
): Promise<ReadonlySet<string>> {
  const deadLetters = failures.map(({ deadLetter }) => deadLetter).filter((letter) => letter !== null);
  const all = [...announcements, ...deadLetters];
  await settleReceipts(
    tx,
    stage.reader.consumer,
    failures.map(({ settlement }) => settlement),
    serviceVersion,
  );
  await appendToOutbox(tx, all);
  return new Set(all.map(({ topic }) => topic));
}

function fail(arrival: Arrival, error: DiglotError, stage: Stage, runtime: StageRuntime): FailureOutcome {
  const { record, eventId } = arrival;
  const now = new Date();
  const receipt: Receipt = {
    consumer: stage.reader.consumer,
    eventId,
    status: 'done',
    attempt: 1,
    redrives: 0,
    epoch: 0,
    topic: record.topic,
    partition: record.partition,
    offset: record.offset,
    key: record.key,
    headers: record.headers,
    payload: record.value,
    firstSeen: now,
  };
  return settleFailure(receipt, error, { now, random: runtime.random(), serviceVersion: runtime.serviceVersion });
}

function alarm(stage: Stage, due: Omit<Alarm, 'consumer' | 'redrives'>): Alarm {
  return { consumer: stage.reader.consumer, redrives: 0, ...due };
}
