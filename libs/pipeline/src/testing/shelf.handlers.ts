import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { TOPICS, type DiglotEvent } from '@diglot/contracts';
import type { Transaction } from '@diglot/platform';
import type { Reader } from '../bus/bus.port.ts';
import { announcePaperState, type Announcement } from '../outbox/announcement.ts';
import { StageHandler, StagePreparation, type Delivery, type StageContext } from '../stage/stage-handler.decorator.ts';
import { countEffects, foldPapers, lockPapers, saveEntry, saveMirror, savePaper } from './shelf.repository.ts';

/** Folds the entries of a paper, as the indexer does. */
export const SHELF: Reader = { consumer: 'test.shelf', topic: TOPICS.paperParsed, events: 20, bytes: 1_000_000 };
/** Follows the states of papers, as search does. */
export const MIRROR: Reader = { consumer: 'test.mirror', topic: TOPICS.paperState, events: 20, bytes: 1_000_000 };

/** Where a test steps in. What a hook throws, the handler throws. */
export interface Hooks {
  prepare(event: DiglotEvent<'paper.parsed'>): Promise<void> | void;
  /** Inside the transaction, before anything else. */
  handle(events: readonly DiglotEvent<'paper.parsed'>[], tx: Transaction): Promise<void> | void;
}
export const HOOKS = Symbol('Hooks');

@Controller()
export class ShelfHandler {
  readonly #hooks: Hooks;

  constructor(@Inject(HOOKS) hooks: Hooks) {
    this.#hooks = hooks;
  }

  @StagePreparation(SHELF)
  async prepare(@Payload() event: DiglotEvent<'paper.parsed'>): Promise<string> {
    await this.#hooks.prepare(event);
    return event.id;
  }

  @StageHandler(SHELF)
  async handle(
    @Payload() deliveries: readonly Delivery<'paper.parsed', string>[],
    @Ctx() { tx }: StageContext,
  ): Promise<Announcement[]> {
    const events = deliveries.map(({ event }) => event);
    await this.#hooks.handle(events, tx);
    const papers = await lockPapers(
      tx,
      events.map(({ data }) => data.entry.arxivId),
    );
    for (const event of events) await saveEntry(tx, event);
    // What was prepared is used, so that a mix-up shows.
    const prepared = deliveries.map((delivery) => delivery.prepared);
    await countEffects(tx, SHELF.consumer, prepared);
    const ids = papers.map(({ arxivId }) => arxivId);
    const states = await foldPapers(tx, ids);
    const announcements: Announcement[] = [];
    for (const { arxivId, revision, state: old } of papers) {
      const state = states.get(arxivId) ?? '';
      if (state === old) continue;
      await savePaper(tx, { arxivId, revision: revision + 1, state });
      announcements.push(announcePaperState(arxivId, revision + 1));
    }
    return announcements;
  }
}

@Controller()
export class MirrorHandler {
  @StageHandler(MIRROR)
  async handle(@Payload() deliveries: readonly Delivery<'paper.state'>[], @Ctx() { tx }: StageContext): Promise<[]> {
    for (const { event } of deliveries) {
      await saveMirror(tx, { arxivId: event.subject, revision: event.revision, state: event.data?.title.en ?? '' });
    }
    await countEffects(
      tx,
      MIRROR.consumer,
      deliveries.map(({ event }) => event.id),
    );
    return [];
  }
}
