import { randomUUID } from 'node:crypto';
import { DiglotError, classify } from '@diglot/domain';
import { setBestEffort } from '../alarms/set-best-effort.ts';
import type { Alarm } from '../alarms/alarm-clock.port.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import type { Receipt } from '../inbox/receipt.ts';
import { settleReceipts, type Settlement } from '../inbox/settle-receipts.statement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { prepareRecord, type Prepared } from '../stage/preparation.ts';
import { settleFailure } from '../stage/settlement.ts';
import type { Stage, StageRuntime } from '../stage/stage-runtime.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { claimReceipt } from './claim-receipt.statement.ts';
import { holdLease } from './hold-lease.statement.ts';

/** Takes one receipt through R2 to R5 when its alarm rings (docs/protocol.md, "Retry worker"). */
export class RetryWorker {
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #runtime: StageRuntime;
  readonly #leaseSeconds: number;

  constructor(stages: readonly Stage[], runtime: StageRuntime, leaseSeconds: number) {
    this.#stages = new Map(stages.map((stage) => [stage.reader.consumer, stage]));
    this.#runtime = runtime;
    this.#leaseSeconds = leaseSeconds;
  }

  async ring(alarm: Alarm): Promise<void> {
    const stage = this.#stages.get(alarm.consumer);
    // Another version of this service set it; the sweeper of a process that knows the consumer sets it again.
    if (!stage || stage.breaker.isOpen) return;
    const token = randomUUID();
    const receipt = await claimReceipt(this.#runtime.database, alarm, { token, seconds: this.#leaseSeconds });
    if (!receipt) return;
    failpoint('retry.claimed');
    try {
      await this.#attempt(stage, receipt, token);
    } catch (thrown) {
      const error = classify(thrown);
      if (error.code === 'DIGLOT_LEASE_LOST') return;
      await this.#fail(stage, receipt, token, error);
    }
  }

  async #attempt(stage: Stage, receipt: Receipt, token: string): Promise<void> {
    if (receipt.attempt > MAX_ATTEMPTS) throw new DiglotError('DIGLOT_ATTEMPTS_EXHAUSTED', 'no attempt came back');
    const { topic, partition, offset, key, headers, payload, firstSeen } = receipt;
    const timestamp = firstSeen.getTime();
    const record = { topic, partition, offset, key, headers, value: payload, timestamp };
    const prepared = await prepareRecord(record, stage.prepare);
    failpoint('retry.prepared');
    if (!prepared.ok) throw prepared.error;
    const topics = await this.#handle(stage, receipt, token, prepared);
    failpoint('retry.settled');
    stage.breaker.record(false);
    this.#runtime.bus.wake(topics);
  }

  /** R4: effects and outcome in one transaction, if the lease still is ours. */
  async #handle(
    stage: Stage,
    receipt: Receipt,
    token: string,
    { event, prepared }: Extract<Prepared, { ok: true }>,
  ): Promise<ReadonlySet<string>> {
    return this.#runtime.database.transaction(async (tx) => {
      await holdLease(tx, receipt.consumer, receipt.eventId, token);
      const announcements = await stage.handle([{ event, prepared }], { tx });
      await settleReceipts(tx, receipt.consumer, [done(receipt)]);
      await appendToOutbox(tx, announcements);
      return new Set(announcements.map(({ topic }) => topic));
    });
  }

  async #fail(stage: Stage, receipt: Receipt, token: string, error: DiglotError): Promise<void> {
    const { database, bus, alarms, logger, random, serviceVersion } = this.#runtime;
    const log = { code: error.code, class: error.class, event: receipt.eventId, attempt: receipt.attempt };
    logger.warn({ ...log, consumer: receipt.consumer, err: error.cause ?? error }, 'an attempt failed');
    const outcome = settleFailure(receipt, error, { now: new Date(), random: random(), serviceVersion });
    try {
      await database.transaction(async (tx) => {
        await holdLease(tx, receipt.consumer, receipt.eventId, token);
        await settleReceipts(tx, receipt.consumer, [outcome.settlement]);
        await appendToOutbox(tx, outcome.deadLetter ? [outcome.deadLetter] : []);
      });
    } catch (thrown) {
      if (classify(thrown).code === 'DIGLOT_LEASE_LOST') return;
      throw thrown; // The lease expires and the sweeper sets the alarm again.
    }
    stage.breaker.record(outcome.isBug);
    if (outcome.deadLetter) bus.wake([outcome.deadLetter.topic]);
    const { attempt, epochs, nextAt } = outcome.settlement;
    const { consumer, eventId, redrives, epoch } = receipt;
    const next = nextAt ? [{ consumer, eventId, redrives, attempt, epoch: epoch + epochs, at: nextAt }] : [];
    await setBestEffort(alarms, next, logger);
  }
}

function done({ eventId, attempt }: Receipt): Settlement {
  const nothing = { nextAt: null, epochs: 0, headers: {}, payload: null, errorCode: null, errorDetail: null } as const;
  return { eventId, status: 'done', attempt, ...nothing };
}
