import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { stateFact, type DiglotEvent } from '@diglot/contracts';
import { readDigest, type DigestFile } from '@diglot/formats';
import {
  StageHandler,
  StagePreparation,
  announce,
  type Announcement,
  type Delivery,
  type StageContext,
} from '@diglot/pipeline';
import { DigestBytesRepository } from './digest-bytes.repository.ts';
import { decideEntries } from './digest-discovered.decision.ts';
import { DIGEST_READER } from './parser.readers.ts';
import { PlacementRepository } from './placement.repository.ts';

/** What a placement holds; null when it holds nothing any more. */
type Content = DigestFile | null;

/** `digest.discovered` → entries, announced as `paper.parsed`. */
@Controller()
export class DigestDiscoveredHandler {
  readonly #bytes: DigestBytesRepository;
  readonly #placements: PlacementRepository;

  constructor(bytes: DigestBytesRepository, placements: PlacementRepository) {
    this.#bytes = bytes;
    this.#placements = placements;
  }

  /** Reads and parses the file; bytes never change under their hash, so no stored fact is needed. */
  @StagePreparation(DIGEST_READER)
  async parse(@Payload() { data }: DiglotEvent<'digest.discovered'>): Promise<Content> {
    if (data.sha256 === null) return null;
    return readDigest(await this.#bytes.load(data.sha256), { path: `${data.source}/${data.path}` });
  }

  @StageHandler(DIGEST_READER)
  async handle(
    @Payload() deliveries: readonly Delivery<'digest.discovered', Content>[],
    @Ctx() { tx }: StageContext,
  ): Promise<Announcement[]> {
    const announcements: Announcement[] = [];
    for (const { event, prepared: file } of deliveries) {
      const { data: placement, revision, replayId } = event;
      const taken = await this.#placements.lock(tx, placement);
      // A replay repeats the revision that was taken; anything older is stale.
      if (replayId === null ? taken >= revision : taken > revision) continue;
      const stored = await this.#placements.entries(tx, placement);
      const changes = decideEntries(placement, file, stored);
      await this.#placements.save(tx, placement, revision, file, changes);
      for (const { stored: entry, fact } of changes) {
        announcements.push(announce(stateFact('paper.parsed', { revision: entry.revision, data: fact })));
      }
    }
    return announcements;
  }
}
