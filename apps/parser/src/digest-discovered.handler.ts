import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { stateFact, type DiglotEvent } from '@diglot/contracts';
import {
  StageHandler,
  StagePreparation,
  announce,
  type Announcement,
  type Delivery,
  type StageContext,
} from '@diglot/pipeline';
import { DigestBytesRepository } from './digest-bytes.repository.ts';
import { decideEntries, isRestated } from './digest-discovered.decision.ts';
import { runInTurns, Turn } from './give-way.ts';
import { DIGEST_READER } from './parser.readers.ts';
import { PlacementRepository } from './placement.repository.ts';
import { readContent, type Content } from './read-content.ts';

/** `digest.discovered` → entries, announced as `paper.parsed`. */
@Controller()
export class DigestDiscoveredHandler {
  readonly #bytes: DigestBytesRepository;
  readonly #placements: PlacementRepository;

  constructor(bytes: DigestBytesRepository, placements: PlacementRepository) {
    this.#bytes = bytes;
    this.#placements = placements;
  }

  /**
   * Reads and parses the file; bytes never change under their hash, so no stored fact is needed.
   * @returns null when the placement holds nothing any more
   */
  @StagePreparation(DIGEST_READER)
  async parse(@Payload() { data }: DiglotEvent<'digest.discovered'>): Promise<Content | null> {
    if (data.sha256 === null) return null;
    return runInTurns(readContent(await this.#bytes.load(data.sha256), `${data.source}/${data.path}`));
  }

  @StageHandler(DIGEST_READER)
  async handle(
    @Payload() deliveries: readonly Delivery<'digest.discovered', Content | null>[],
    @Ctx() { tx }: StageContext,
  ): Promise<Announcement[]> {
    const announcements: Announcement[] = [];
    const turn = new Turn();
    for (const { event, prepared: content } of deliveries) {
      const { data: placement, revision, replayId } = event;
      const taken = await this.#placements.lock(tx, placement);
      // A replay repeats the revision that was taken; anything older is stale.
      if (replayId === null ? taken.revision >= revision : taken.revision > revision) continue;
      const stored = await this.#placements.entries(tx, placement);
      const changes = decideEntries(placement, content, stored, isRestated(taken, placement, revision));
      await this.#placements.save(tx, placement, revision, content, changes);
      for (const { stored: entry, fact } of changes) {
        announcements.push(announce(stateFact('paper.parsed', { revision: entry.revision, data: fact }), event));
        if (turn.isOver) await turn.giveWay();
      }
    }
    return announcements;
  }
}
