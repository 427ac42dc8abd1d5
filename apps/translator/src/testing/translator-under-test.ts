import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { stateFact, type PaperParsed } from '@diglot/contracts';
import { OutboxBus, RuntimeModule, appendToOutbox } from '@diglot/pipeline';
import { silentLogger, type Database } from '@diglot/platform';
import { JUDGING_THREADS } from '../judging/judging-threads.ts';
import { Verifier } from '../judging/verifier.ts';
import { PaperParsedHandler } from '../paper-parsed.handler.ts';
import { TranslatorModule } from '../translator.module.ts';
import { ENGINES, type EngineName } from './engines.ts';

/** A translator with one engine on a database; its timed work runs from the start, its stage only when it is fed. */
export class TranslatorUnderTest {
  readonly #application: INestApplicationContext;
  readonly #database: Database;

  private constructor(application: INestApplicationContext, database: Database) {
    this.#application = application;
    this.#database = database;
  }

  static async start(database: Database, engine: EngineName): Promise<TranslatorUnderTest> {
    const bus = new OutboxBus({
      database,
      logger: silentLogger,
      pollMilliseconds: 1000,
      pointerLoaders: new Map(),
      onFatal: () => undefined,
    });
    const module = await Test.createTestingModule({
      imports: [RuntimeModule.of({ database, bus, logger: silentLogger }), TranslatorModule],
    })
      .overrideProvider(JUDGING_THREADS)
      .useFactory({ factory: ENGINES[engine] })
      .compile();
    await module.init();
    return new TranslatorUnderTest(module, database);
  }

  get engine(): string {
    return this.#application.get(Verifier).engine;
  }

  /** Takes entries as the stage would: prepares them, then writes them in one transaction. */
  async take(entries: readonly PaperParsed[], revision = 1): Promise<void> {
    const handler = this.#application.get(PaperParsedHandler);
    const events = entries.map((data) => stateFact('paper.parsed', { revision, data }));
    const deliveries = await Promise.all(
      events.map(async (event) => ({ event, prepared: await handler.verify(event) })),
    );
    await this.#database.transaction(async (tx) => appendToOutbox(tx, await handler.handle(deliveries, { tx })));
  }

  async close(): Promise<void> {
    await this.#application.close();
  }
}
