import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TOPICS } from '@diglot/contracts';
import { BUS, LOGGER, RepeatedWork, type Bus } from '@diglot/pipeline';
import { Database, type Logger } from '@diglot/platform';
import { Verifier } from '../judging/verifier.ts';
import { adoptRequests, newestGeneration, registerEngine } from './begin-generation.statement.ts';
import { findWork } from './find-work.statement.ts';
import { ReVerifyBatch } from './re-verify-batch.ts';
import { ReVerifyEdits } from './re-verify-edits.ts';
import { finishGenerations } from './report-progress.statement.ts';

/** `reve` in ASCII: whoever holds it judges again; others of the same service stand by. */
const LOCK = 0x72657665;
/** How often it looks for something to do. */
const LOOK_MILLISECONDS = 5000;
/** Between two batches: what arrives goes first. */
const PAUSE_MILLISECONDS = 50;

/**
 * The translator's own timed work (docs/protocol.md, "Re-verification"): a new engine, or a request, opens a generation,
 * and every entry of an earlier one is judged again from the memory, the newest digests first. What a kill leaves undone
 * still is of the earlier generation, and found at the next look.
 */
@Injectable()
export class ReVerifier implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #verifier: Verifier;
  readonly #batch: ReVerifyBatch;
  readonly #edits: ReVerifyEdits;
  readonly #repeated: RepeatedWork;

  constructor(
    database: Database,
    @Inject(BUS) bus: Bus,
    @Inject(LOGGER) logger: Logger,
    verifier: Verifier,
    batch: ReVerifyBatch,
    edits: ReVerifyEdits,
  ) {
    this.#database = database;
    this.#bus = bus;
    this.#logger = logger.child({ service: 'translator' });
    this.#verifier = verifier;
    this.#batch = batch;
    this.#edits = edits;
    this.#repeated = new RepeatedWork({
      work: () => this.look(),
      milliseconds: LOOK_MILLISECONDS,
      logger: this.#logger,
      complaint: 'judging again failed and is tried again',
    });
  }

  onApplicationBootstrap(): void {
    this.#repeated.start();
  }

  /** Ends after the batch in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#repeated.stop();
  }

  /** Does all that there is to do, unless another process is at it. */
  async look(): Promise<void> {
    const { isNew, isAsked, isOpen } = await findWork(this.#database, this.#verifier.engine);
    if (!isNew && !isAsked && !isOpen) return;
    const session = await this.#database.session();
    try {
      const [row] = await session.rows<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK]);
      if (row?.locked) await this.#lead();
    } finally {
      await session.release();
    }
  }

  async #lead(): Promise<void> {
    const { engine } = this.#verifier;
    await registerEngine(this.#database, engine);
    if ((await newestGeneration(this.#database, engine)) !== null) await adoptRequests(this.#database, engine);
    const generation = await newestGeneration(this.#database, engine);
    if (generation === null) return;
    while (!this.#repeated.signal.aborted) {
      const progress = await this.#batch.run(generation);
      if (progress === null) return this.#finish(generation);
      const { judged, changed, failed, lastError } = progress;
      if (changed > 0) this.#bus.wake([TOPICS.paperTranslated]);
      this.#logger.info({ engine, generation, judged, changed }, 'judged again');
      if (failed > 0) this.#logger.error({ engine, failed, reason: lastError }, 'entries keep their old verdicts');
      await this.#repeated.wait(PAUSE_MILLISECONDS);
    }
  }

  /** What persons wrote comes last: it stands as it is. */
  async #finish(generation: string): Promise<void> {
    const { engine } = this.#verifier;
    for (let changed: number | null = 0; changed !== null; changed = await this.#edits.run(generation)) {
      if (changed > 0) this.#bus.wake([TOPICS.paperTranslated]);
      if (this.#repeated.signal.aborted) return;
    }
    await finishGenerations(this.#database, engine);
  }
}
