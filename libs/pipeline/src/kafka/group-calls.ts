import type { EachBatchPayload } from 'kafkajs';
import { classifyKafka } from './kafka-errors.ts';

/** What may be asked of the group while one batch of a partition is worked on; an error in it is remembered. */
export class GroupCalls {
  readonly partition: number;
  readonly #payload: EachBatchPayload;
  /** What kafkajs threw, for kafkajs: most often it says that the group wants to be joined again. */
  #failure: unknown = null;

  constructor(payload: EachBatchPayload) {
    this.#payload = payload;
    this.partition = payload.batch.partition;
  }

  get failure(): unknown {
    return this.#failure;
  }

  /** @throws DiglotError `Unavailable`, so that nothing is taken for a fault of the event in hand; `Fatal` */
  async heartbeat(): Promise<void> {
    await this.#ask('a heartbeat', () => this.#payload.heartbeat());
  }

  /**
   * Commits the partition's place: behind this record and the transaction markers that follow it.
   * @throws DiglotError as {@link heartbeat}
   */
  async commit(offset: string): Promise<void> {
    this.#payload.resolveOffset(offset);
    const topics = this.#payload
      .uncommittedOffsets()
      .topics.map(({ topic, partitions }) => ({ topic, partitions: partitions.filter((each) => this.#isOurs(each)) }));
    await this.#ask('a commit', () => this.#payload.commitOffsetsIfNecessary({ topics }));
  }

  /** @returns resumes */
  pause(): () => void {
    return this.#payload.pause();
  }

  #isOurs({ partition }: { readonly partition: number | string }): boolean {
    // kafkajs gives it as text, against its types.
    return Number(partition) === this.partition;
  }

  async #ask(what: string, ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
    } catch (thrown) {
      this.#failure = thrown;
      throw classifyKafka(thrown, what);
    }
  }
}
