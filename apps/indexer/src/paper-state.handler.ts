import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DiglotEvent } from '@diglot/contracts';
import { StageHandler, StagePreparation, type Announcement, type Delivery, type StageContext } from '@diglot/pipeline';
import { STATE_READER } from './indexer.readers.ts';
import { decideRows, toDocument, type PaperDocument } from './paper-state.decision.ts';
import { SearchRepository } from './search.repository.ts';

/**
 * `paper.state` → search. A reader of its own, because search is nine tenths of the cost of writing a paper: states are
 * there at once, and can be searched a little later.
 */
@Controller()
export class PaperStateHandler {
  readonly #search: SearchRepository;

  constructor(search: SearchRepository) {
    this.#search = search;
  }

  /** Splits the texts outside of the transaction. */
  @StagePreparation(STATE_READER)
  async tokenize(@Payload() { data }: DiglotEvent<'paper.state'>): Promise<PaperDocument> {
    return toDocument(data);
  }

  @StageHandler(STATE_READER)
  async handle(
    @Payload() deliveries: readonly Delivery<'paper.state', PaperDocument>[],
    @Ctx() { tx }: StageContext,
  ): Promise<Announcement[]> {
    await this.#search.save(tx, decideRows(deliveries));
    return [];
  }
}
