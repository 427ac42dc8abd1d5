import { Wakeable } from '@diglot/pipeline';
import type { Leadership } from '../leadership/leadership.ts';
import type { Term } from '../leadership/in-term.ts';
import type { Source, WatcherContext } from './lead.ts';
import { SourceLead, type Round } from './source-lead.ts';
import type { SourceState, SourceStatus } from './source-status.ts';

/** A scan takes at most one part in so many of the time. */
const SCAN_SHARE = 10;
/** Events come in showers: they are gathered for so long, in milliseconds. */
const SHOWER = 20;

/** Watches one source for ever: stands by, leads, and begins again after whatever went wrong. */
export class SourceLoop {
  readonly #source: Source;
  readonly #context: WatcherContext;
  readonly #leadership: Leadership;
  readonly #wakeable = new Wakeable();
  readonly #stopping = new AbortController();
  #asked: (() => void)[] = [];
  #running: Promise<void> = Promise.resolve();
  #state: SourceState = 'standby';
  /** Whether there is nothing for this process to do, as far as it knows. */
  #idle = false;
  #round: Round | null = null;
  #lead: SourceLead | null = null;
  /** Files of the first scan that are still waiting. */
  #initial: ReadonlySet<string> | null = null;
  /** On the monotonic clock. */
  #scanBegan = 0;
  #shower: NodeJS.Timeout | null = null;

  constructor(source: Source, context: WatcherContext, leadership: Leadership) {
    this.#source = source;
    this.#context = {
      ...context,
      logger: context.logger.child({ source: source.name }),
      options: { ...context.options, ...source.timing },
    };
    this.#leadership = leadership;
  }

  get status(): SourceStatus {
    const { name, location } = this.#source;
    const { seen, waiting, scannedAt } = this.#lead?.progress ?? { seen: 0, waiting: 0, scannedAt: null };
    return {
      name,
      location,
      state: this.#state,
      seen,
      waiting,
      problems: this.#round?.problems ?? 0,
      lastScanAt: scannedAt === null ? null : new Date(scannedAt),
      initialScanDone: this.#initial?.size === 0,
    };
  }

  /** Whether no file waits to be taken by this process: nothing is left of the last scan, or another leads. */
  get isIdle(): boolean {
    return this.#idle;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Ends between two files; what is being committed is committed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wakeable.wake();
    await this.#running;
    if (this.#shower) clearTimeout(this.#shower);
    this.#answer();
  }

  /** Resolves after a scan that began later than this call, with all that it called for; at once where another leads. */
  async scanNow(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#asked.push(resolve);
      this.#wakeable.wake();
    });
  }

  async #run(): Promise<void> {
    const { logger, options } = this.#context;
    while (!this.#stopping.signal.aborted) {
      try {
        const term = await this.#leadership.tryLead(this.#source.name);
        if (term) await this.#watch(term);
        else this.#standBy();
      } catch (thrown) {
        this.#idle = false;
        if (!this.#stopping.signal.aborted) logger.warn({ err: thrown }, 'watching waits and begins again');
      }
      this.#state = 'standby';
      if (!this.#stopping.signal.aborted) await this.#wakeable.wait(options.retry);
    }
  }

  #standBy(): void {
    this.#idle = true;
    this.#answer();
  }

  async #watch(term: Term): Promise<void> {
    const { logger, options } = this.#context;
    const signal = AbortSignal.any([this.#stopping.signal, term.lost]);
    const lead = await SourceLead.begin({ ...this.#context, source: this.#source, term });
    this.#lead = lead;
    const watch = this.#source.origin.watch(() => this.#onEvent(), logger);
    logger.info({ location: this.#source.location, policy: this.#source.policy }, 'leads the source');
    try {
      while (!signal.aborted) {
        const asked = this.#asked.length;
        const round = await this.#scan(lead, signal);
        this.#answer(asked);
        if (options.events) watch.follow(round.folders);
        await this.#wakeable.wait(this.#pause(round));
      }
    } finally {
      watch.close();
      await this.#source.origin.release();
    }
  }

  async #scan(lead: SourceLead, signal: AbortSignal): Promise<Round> {
    this.#scanBegan = this.#context.options.clock.monotonic();
    const round = await lead.round(signal);
    this.#note(round);
    return round;
  }

  #note(round: Round): void {
    const state = round.missing ? 'missing' : 'leading';
    if (round.missing && this.#state !== 'missing') this.#context.logger.warn('the source is away');
    this.#state = state;
    this.#round = round;
    this.#idle = round.waiting.length === 0;
    if (round.missing) return;
    const { waiting } = round;
    this.#initial = new Set(this.#initial ? waiting.filter((path) => this.#initial?.has(path)) : waiting);
  }

  /** Until something is due, or the next scan. */
  #pause({ dueAt, scanTook }: Round): number {
    const { scan, clock } = this.#context.options;
    const regular = Math.max(scan, scanTook * SCAN_SHARE);
    return dueAt === null ? regular : Math.max(1, Math.min(regular, Math.ceil(dueAt - clock.monotonic())));
  }

  /** An event brings the next scan forward, but not so far that there is nothing but scans. */
  #onEvent(): void {
    if (this.#shower) return;
    const share = (this.#round?.scanTook ?? 0) * SCAN_SHARE;
    const gap = this.#scanBegan + share - this.#context.options.clock.monotonic();
    this.#shower = setTimeout(
      () => {
        this.#shower = null;
        this.#wakeable.wake();
      },
      Math.max(SHOWER, gap),
    );
  }

  #answer(count = this.#asked.length): void {
    for (const resolve of this.#asked.splice(0, count)) resolve();
  }
}
