import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { DiglotError, classify } from '@diglot/domain';
import type { Alarm } from '../alarms/alarm-clock.port.ts';
import { setBestEffort } from '../alarms/set-best-effort.ts';
import { failpoint } from '../failpoints/failpoint.ts';
import type { Receipt } from '../inbox/receipt.ts';
import { settleReceipts, type Settlement } from '../inbox/settle-receipts.statement.ts';
import type { Announcement } from '../outbox/announcement.ts';
import { appendToOutbox } from '../outbox/append.statement.ts';
import { isAboutTheWorld, prepareRecord, type Prepared } from '../stage/preparation.ts';
import { settleFailure, type FailureOutcome } from '../stage/settlement.ts';
import type { Stage, StageRuntime } from '../stage/stage-runtime.ts';
import { MAX_ATTEMPTS } from './backoff.ts';
import { claimReceipt } from './claim-receipt.statement.ts';
import { Gate } from './gate.ts';
import { holdLease } from './hold-lease.statement.ts';

/** Time between two tries to write a result while the database is away. */
const SETTLE_AGAIN_MILLISECONDS = 1000;

/** A receipt while this worker has it. */
interface Claim {
  readonly stage: Stage;
  readonly receipt: Receipt;
  readonly token: string;
}

/** Takes one receipt through R2 to R5 when its alarm rings (docs/protocol.md, "Retry worker"). */
export class RetryWorker {
  readonly #stages: ReadonlyMap<string, Stage>;
  readonly #runtime: StageRuntime;
  readonly #leaseSeconds: number;
  readonly #gate = new Gate();
  readonly #stopping = new AbortController();

  constructor(stages: readonly Stage[], runtime: StageRuntime, leaseSeconds: number) {
    this.#stages = new Map(stages.map((stage) => [stage.reader.consumer, stage]));
    this.#runtime = runtime;
    this.#leaseSeconds = leaseSeconds;
  }

  /**
   * An event whose last attempt never came back is tried alone: if it kills its process again, it must not use up the
   * attempts of those beside it.
   */
  async ring(alarm: Alarm): Promise<void> {
    const take = () => this.#take(alarm);
    return alarm.abandoned ? this.#gate.alone(take) : this.#gate.together(take);
  }

  /** What cannot be written now is left to its lease and the sweeper. */
  stop(): void {
    this.#stopping.abort();
  }

  async #take(alarm: Alarm): Promise<void> {
    const stage = this.#stages.get(alarm.consumer);
    // Another version of this service set it; the sweeper of a process that knows the consumer sets it again.
    if (!stage || stage.breaker.isOpen) return;
    const token = randomUUID();
    const receipt = await claimReceipt(this.#runtime.database, alarm, { token, seconds: this.#leaseSeconds });
    if (!receipt) return;
    failpoint('retry.claimed');
    if (receipt.attempt > MAX_ATTEMPTS) await this.#giveUp({ stage, receipt, token });
    else await this.#attempt({ stage, receipt, token });
  }

  async #attempt(claim: Claim): Promise<void> {
    const error = await this.#try(claim);
    if (error) await this.#fail(claim, error);
  }

  /** R3 and R4. @returns why it failed, if it did */
  async #try(claim: Claim): Promise<DiglotError | null> {
    try {
      const prepared = await prepareRecord(toRecord(claim.receipt), claim.stage.prepare);
      failpoint('retry.prepared');
      if (!prepared.ok) return prepared.error;
      await this.#handle(claim, prepared);
      return null;
    } catch (thrown) {
      return classify(thrown);
    }
  }

  /** This claim is not an attempt: those are used up, and none of them came back. */
  async #giveUp({ stage, receipt, token }: Claim): Promise<void> {
    const attempt = receipt.attempt - 1;
    const error = new DiglotError('DIGLOT_ATTEMPTS_EXHAUSTED', `the last of ${attempt} attempts did not come back`);
    await this.#fail({ stage, receipt: { ...receipt, attempt }, token }, error);
  }

  /** Effects and outcome in one transaction, if the lease still is ours. */
  async #handle({ stage, receipt, token }: Claim, { event, prepared }: Extract<Prepared, { ok: true }>): Promise<void> {
    const topics = await this.#runtime.database.transaction(async (tx) => {
      await holdLease(tx, receipt.consumer, receipt.eventId, token);
      const announcements = await stage.handle([{ event, prepared }], { tx });
      await settleReceipts(tx, receipt.consumer, [done(receipt)], this.#runtime.serviceVersion);
      await appendToOutbox(tx, announcements);
      return topicsOf(announcements);
    });
    failpoint('retry.settled');
    stage.breaker.record(false);
    this.#runtime.bus.wake(topics);
  }

  /** R4 and R5 of a failed attempt. What is thrown here the expiring lease and the sweeper repair. */
  async #fail(claim: Claim, error: DiglotError): Promise<void> {
    const { stage, receipt } = claim;
    const { bus, alarms, logger, random, serviceVersion, onFatal } = this.#runtime;
    const log = { code: error.code, class: error.class, event: receipt.eventId, attempt: receipt.attempt };
    logger.warn({ ...log, consumer: receipt.consumer, err: error.cause ?? error }, 'an attempt failed');
    if (error.code === 'DIGLOT_LEASE_LOST') return;
    const outcome = settleFailure(receipt, error, { now: new Date(), random: random(), serviceVersion });
    if (!(await this.#settle(claim, outcome))) return;
    failpoint('retry.settled');
    stage.breaker.record(outcome.isBug);
    if (outcome.deadLetter) bus.wake([outcome.deadLetter.topic]);
    await setBestEffort(alarms, nextAlarm(receipt, outcome.settlement), logger);
    if (error.class === 'Fatal') onFatal?.(error);
  }

  /**
   * An outage must not cost an attempt (docs/protocol.md, "Errors"), and the claim has counted this one: so it is waited out,
   * and the lease says whether the event still is ours.
   * @returns whether it was
   */
  async #settle(claim: Claim, outcome: FailureOutcome): Promise<boolean> {
    const { signal } = this.#stopping;
    for (;;) {
      try {
        return await this.#settleOnce(claim, outcome);
      } catch (thrown) {
        if (!isAboutTheWorld(classify(thrown)) || signal.aborted) throw thrown;
        await setTimeout(SETTLE_AGAIN_MILLISECONDS, undefined, { signal }).catch(() => {});
      }
    }
  }

  /** @returns whether the lease still was ours */
  async #settleOnce({ receipt, token }: Claim, { settlement, deadLetter }: FailureOutcome): Promise<boolean> {
    try {
      await this.#runtime.database.transaction(async (tx) => {
        await holdLease(tx, receipt.consumer, receipt.eventId, token);
        await settleReceipts(tx, receipt.consumer, [settlement], this.#runtime.serviceVersion);
        await appendToOutbox(tx, deadLetter ? [deadLetter] : []);
      });
      return true;
    } catch (thrown) {
      if (classify(thrown).code === 'DIGLOT_LEASE_LOST') return false;
      throw thrown;
    }
  }
}

function toRecord({ topic, partition, offset, key, headers, payload, firstSeen }: Receipt) {
  return { topic, partition, offset, key, headers, value: payload, timestamp: firstSeen.getTime() };
}

function done({ eventId, attempt }: Receipt): Settlement {
  const nothing = { nextAt: null, epochs: 0, headers: {}, payload: null, errorCode: null, errorDetail: null } as const;
  return { eventId, status: 'done', attempt, ...nothing };
}

function topicsOf(announcements: readonly Announcement[]): ReadonlySet<string> {
  return new Set(announcements.map(({ topic }) => topic));
}

function nextAlarm({ consumer, eventId, redrives, epoch }: Receipt, settlement: Settlement): Alarm[] {
  const { attempt, epochs, nextAt } = settlement;
  return nextAt ? [{ consumer, eventId, redrives, attempt, epoch: epoch + epochs, at: nextAt }] : [];
}
