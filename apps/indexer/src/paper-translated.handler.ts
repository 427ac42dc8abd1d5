import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  StageHandler,
  announcePaperState,
  type Announcement,
  type Delivery,
  type StageContext,
} from '@diglot/pipeline';
import { TRANSLATED_READER } from './indexer.readers.ts';
import { MemberRepository } from './member.repository.ts';
import { PaperRepository } from './paper.repository.ts';
import { decidePaper } from './paper-translated.decision.ts';

/** `paper.translated` → the state of its paper, announced on `paper.state`. */
@Controller()
export class PaperTranslatedHandler {
  readonly #members: MemberRepository;
  readonly #papers: PaperRepository;

  constructor(members: MemberRepository, papers: PaperRepository) {
    this.#members = members;
    this.#papers = papers;
  }

  /** Locks the papers, not the entries: two consumers that fold one paper at once would each miss the other's entry. */
  @StageHandler(TRANSLATED_READER)
  async handle(
    @Payload() deliveries: readonly Delivery<'paper.translated'>[],
    @Ctx() { tx }: StageContext,
  ): Promise<Announcement[]> {
    const events = deliveries.map(({ event }) => event);
    const papers = [...new Set(events.map(({ data }) => data.arxivId))];
    const stored = await this.#papers.lock(tx, papers);
    const touched = await this.#members.save(tx, events);
    const members = await this.#members.live(tx, [...touched]);
    const changes = stored
      .filter(({ arxivId }) => touched.has(arxivId))
      .map((paper) => decidePaper(paper, members.get(paper.arxivId) ?? []))
      .filter((change) => change !== null);
    await this.#papers.save(tx, changes);
    return changes
      .filter(({ isNews }) => isNews)
      .map(({ stored }) => announcePaperState(stored.arxivId, stored.revision));
  }
}
