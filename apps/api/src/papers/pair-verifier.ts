import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ThreadPool } from '@diglot/threads';
import type { Verification, Verifier } from '@diglot/verification';

type Pair = Parameters<Verifier>[0];

/** Enough for the longest text that is looked at on a slow machine; a reader waits no longer. */
const TASK_SECONDS = 10;
/** The lexicon takes about 60. */
const MEGABYTES = 512;
/** To load the lexicon takes half a second, which readers shall not wait for with every paper they open. */
const IDLE_SECONDS = 3600;

/**
 * The engine, for single texts that somebody looks at: in a thread, for everybody else waits for the loop. An abstract
 * takes milliseconds, ten thousand characters a quarter of a second, and a digest may print a megabyte.
 */
@Injectable()
export class PairVerifier implements OnApplicationShutdown {
  /** It is started when the first text is looked at: lists need none. */
  readonly #pool = new ThreadPool<Pair, Verification>({
    file: './verify.thread',
    module: import.meta.url,
    threads: 1,
    taskSeconds: TASK_SECONDS,
    megabytes: MEGABYTES,
    idleSeconds: IDLE_SECONDS,
  });

  /** @throws DiglotError `DIGLOT_THREAD_CRASHED` when the texts killed the thread, or took it too long */
  async verify(pair: Pair): Promise<Verification> {
    return this.#pool.run(pair);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.close();
  }
}
