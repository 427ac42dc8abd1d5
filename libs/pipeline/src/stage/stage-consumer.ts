import { DiglotError, classify } from '@diglot/domain';
import { setBestEffort } from '../alarms/set-best-effort.ts';
import type { RecordBatch } from '../bus/bus.port.ts';
import { failpoint, failpointOrHang } from '../failpoints/failpoint.ts';
import { knownReceipts } from '../inbox/known-receipts.statement.ts';
import { identify, type Arrival } from './arrival.ts';
import { isAboutTheWorld, prepareAll, type Prepared } from './preparation.ts';
import { receiptAndHandle, receiptOnly } from './receive.ts';
import type { Stage, StageRuntime } from './stage-runtime.ts';

/** Takes batches of the log through C1 to C4 (docs/protocol.md, "Consumer"). */
export class StageConsumer {
  readonly #stage: Stage;
  readonly #runtime: StageRuntime;

  constructor(stage: Stage, runtime: StageRuntime) {
    this.#stage = stage;
    this.#runtime = runtime;
  }

  /**
   * Takes a batch; when it returns, all of it is receipted and the reader's place is behind it.
   * @throws DiglotError `Unavailable` or `Fatal`: nothing is marked, the batch must come again
   */
  async deliver(batch: RecordBatch): Promise<void> {
    const arrivals = batch.records.map(identify);
    // The process before may have died of this batch, so it is left to the workers, whose claims count attempts.
    if (batch.first) return this.#commit(arrivals, null, batch);
    const begun = performance.now();
    const prepared = await this.#prepare(arrivals, batch);
    const ready = performance.now();
    try {
      await this.#commit(arrivals, prepared, batch);
    } catch (thrown) {
      if (isAboutTheWorld(classify(thrown))) throw thrown;
      await this.#oneByOne(arrivals, prepared, batch);
    }
    this.#report(arrivals.length, ready - begun, performance.now() - ready);
  }

  #report(events: number, preparing: number, committing: number): void {
    this.#runtime.onBatch?.({ consumer: this.#stage.reader.consumer, events, preparing, committing });
  }

  /** C1, for what the inbox does not hold yet. */
  async #prepare(arrivals: readonly Arrival[], batch: RecordBatch): Promise<ReadonlyMap<string, Prepared>> {
    const ids = arrivals.map(({ eventId }) => eventId);
    const known = await knownReceipts(this.#runtime.database, this.#stage.reader.consumer, ids);
    const fresh = arrivals.filter(({ eventId }) => !known.has(eventId));
    const { prepare, reader } = this.#stage;
    return prepareAll(fresh, prepare, () => batch.heartbeat(), reader.preparedAtOnce);
  }

  /** After a rollback: in the order of the log, so that the reader's place never passes what is not receipted (I1). */
  async #oneByOne(
    arrivals: readonly Arrival[],
    prepared: ReadonlyMap<string, Prepared>,
    batch: RecordBatch,
  ): Promise<void> {
    for (const arrival of arrivals) {
      await batch.heartbeat();
      try {
        await this.#commit([arrival], prepared, batch);
      } catch (thrown) {
        const error = classify(thrown);
        if (isAboutTheWorld(error)) throw error;
        await this.#commitFailure(arrival, error, batch);
      }
    }
  }

  /** The transaction of the event failed, so another one writes only its result. */
  async #commitFailure(arrival: Arrival, error: DiglotError, batch: RecordBatch): Promise<void> {
    try {
      await this.#commit([arrival], new Map([[arrival.eventId, { ok: false, error }]]), batch);
    } catch (thrown) {
      const second = classify(thrown);
      if (isAboutTheWorld(second)) throw second;
      const detail = `the result of ${arrival.eventId} cannot be written: ${second.message}`;
      throw new DiglotError('DIGLOT_POSTGRES_UNAVAILABLE', detail, { cause: thrown });
    }
  }

  /** C2 to C4 for consecutive records; `prepared` is null when they are only to be receipted. */
  async #commit(
    arrivals: readonly Arrival[],
    prepared: ReadonlyMap<string, Prepared> | null,
    batch: RecordBatch,
  ): Promise<void> {
    const last = arrivals.at(-1);
    if (!last) return;
    const { database, bus, alarms, logger } = this.#runtime;
    const received = await database.transaction(async (tx) => {
      const result = prepared
        ? await receiptAndHandle(tx, arrivals, prepared, this.#stage, this.#runtime)
        : await receiptOnly(tx, arrivals, this.#stage, this.#runtime);
      await batch.moveWithin(tx, last.record);
      await failpointOrHang('consumer.inside');
      return result;
    });
    failpoint('consumer.committed');
    bus.wake(received.topics);
    received.bugs.forEach((isBug) => this.#stage.breaker.record(isBug));
    await batch.moveAfter(last.record);
    failpoint('consumer.acknowledged');
    await setBestEffort(alarms, received.alarms, logger);
  }
}
