import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { classify } from '@diglot/domain';
import type { PathRule } from '@diglot/formats';
import { BUS, LOGGER, type Bus } from '@diglot/pipeline';
import { Database, type Logger } from '@diglot/platform';
import type { Source, WatcherContext } from './leading/lead.ts';
import { SourceLoop } from './leading/source-loop.ts';
import type { SourceStatus } from './leading/source-status.ts';
import { Leadership } from './leadership/leadership.ts';
import type { PlacementTaken } from './placements/change.ts';
import { RequestLoop } from './requests/request-loop.ts';
import type { LocatedSource } from './sources/locate-source.ts';
import { locateSources, registerSources, uploadRules } from './sources/register-sources.ts';
import type { SourceDefinition } from './sources/source-definition.ts';
import { WATCHER_OPTIONS } from './watcher-options.ts';
import type { WatcherOptions } from './watcher-options.ts';

/** Finds digests in folders and repositories, stores their bytes and announces them (docs/protocol.md, "Watcher"). */
@Injectable()
export class WatcherService implements OnModuleDestroy {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #logger: Logger;
  readonly #options: WatcherOptions;
  readonly #leadership: Leadership;
  readonly #listeners = new Set<(taken: PlacementTaken) => void>();
  #stopping = new AbortController();
  #loops: readonly SourceLoop[] = [];
  #requests: RequestLoop | null = null;

  constructor(
    database: Database,
    @Inject(BUS) bus: Bus,
    @Inject(LOGGER) logger: Logger,
    @Inject(WATCHER_OPTIONS) options: WatcherOptions,
  ) {
    this.#database = database;
    this.#bus = bus;
    this.#logger = logger.child({ service: 'watcher' });
    this.#options = options;
    this.#leadership = new Leadership(database, options.silence);
  }

  /**
   * Begins to watch; to be called once. Resolves when every source has its name, which waits for the database.
   * @throws DiglotError `DIGLOT_CONFIG_INVALID` when the definitions contradict each other or what is remembered
   */
  async start(definitions: readonly SourceDefinition[]): Promise<void> {
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    const rules = uploadRules(definitions);
    const located = await locateSources(definitions, this.#options.clones);
    const sources = await this.#register(located, signal);
    if (signal.aborted) return;
    const context = this.#context();
    this.#loops = sources.map((source) => new SourceLoop(source, context, this.#leadership));
    for (const loop of this.#loops) loop.start();
    this.#takeRequests(rules);
  }

  /** Carries out what others ask for, and watches nothing; what is configured stays what it was. */
  takeRequests(): void {
    this.#takeRequests(null);
  }

  /** Ends after what is being committed, and lets others lead. May be called twice. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const [loops, requests] = [this.#loops, this.#requests];
    this.#loops = [];
    this.#requests = null;
    await Promise.all([requests?.stop(), ...loops.map((loop) => loop.stop())]);
    await this.#leadership.close();
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** Scans every source that this process leads, and resolves when what the scans called for is done. */
  async scanNow(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.scanNow()));
  }

  status(): readonly SourceStatus[] {
    return this.#loops.map((loop) => loop.status);
  }

  /** Whether, as far as the last scans know, no file waits to be taken by this process. */
  isIdle(): boolean {
    return this.#loops.every((loop) => loop.isIdle);
  }

  /** Tells of every revision once it is committed. @returns ends it */
  onTaken(listener: (taken: PlacementTaken) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #takeRequests(rules: ReadonlyMap<string, PathRule> | null): void {
    this.#requests = new RequestLoop(this.#context(), rules);
    this.#requests.start();
  }

  #context(): WatcherContext {
    return {
      database: this.#database,
      bus: this.#bus,
      logger: this.#logger,
      options: this.#options,
      onTaken: (taken: PlacementTaken) => this.#tell(taken),
    };
  }

  async #register(located: readonly LocatedSource[], signal: AbortSignal): Promise<readonly Source[]> {
    while (!signal.aborted) {
      try {
        return await registerSources(this.#database, located);
      } catch (thrown) {
        if (classify(thrown).class !== 'Unavailable') throw thrown;
        this.#logger.warn({ err: thrown }, 'the watcher waits for the database');
        await setTimeout(this.#options.retry, undefined, { signal }).catch(() => undefined);
      }
    }
    return [];
  }

  #tell(taken: PlacementTaken): void {
    for (const listener of this.#listeners) {
      try {
        listener(taken);
      } catch (thrown) {
        this.#logger.error({ err: thrown }, 'a listener of the watcher failed');
      }
    }
  }
}
