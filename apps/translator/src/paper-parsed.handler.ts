import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { stateFact, type DiglotEvent } from '@diglot/contracts';
import { entrySubject, type EntryKey } from '@diglot/domain';
import {
  StageHandler,
  StagePreparation,
  announce,
  type Announcement,
  type Delivery,
  type StageContext,
} from '@diglot/pipeline';
import { EntryRepository } from './entry.repository.ts';
import { Verifier, type EntryJudgements } from './judging/verifier.ts';
import { MemoryRepository, type JudgedPaper } from './memory.repository.ts';
import { decideEntry, type StoredEntry } from './paper-parsed.decision.ts';
import { toPrinted } from './printed.ts';
import type { SavedEntry } from './statements/save-entries.statement.ts';
import { PARSED_READER } from './translator.readers.ts';

const NOTHING: StoredEntry = { parsedRevision: 0, revision: 0, hash: null };

/** `paper.parsed` → the same entry with verdicts, announced as `paper.translated`. */
@Controller()
export class PaperParsedHandler {
  readonly #verifier: Verifier;
  readonly #entries: EntryRepository;
  readonly #memory: MemoryRepository;

  constructor(verifier: Verifier, entries: EntryRepository, memory: MemoryRepository) {
    this.#verifier = verifier;
    this.#entries = entries;
    this.#memory = memory;
  }

  /** Verifies outside of the transaction: it is nearly all of the work, and needs no stored fact. */
  @StagePreparation(PARSED_READER)
  async verify(@Payload() { data }: DiglotEvent<'paper.parsed'>): Promise<EntryJudgements> {
    return data.paper ? this.#verifier.judge(data.paper) : { title: null, abstract: null };
  }

  @StageHandler(PARSED_READER)
  async handle(
    @Payload() deliveries: readonly Delivery<'paper.parsed', EntryJudgements>[],
    @Ctx() { tx }: StageContext,
  ): Promise<Announcement[]> {
    const stored = await this.#entries.lock(tx, distinctKeys(deliveries.map(({ event }) => event.data.entry)));
    const changed = new Map<string, SavedEntry>();
    const judged: JudgedPaper[] = [];
    const announcements: Announcement[] = [];
    for (const { event, prepared: judgements } of deliveries) {
      const { entry: key, paper } = event.data;
      const subject = entrySubject(key);
      const decision = decideEntry(event.data, event, judgements, stored.get(subject) ?? NOTHING);
      if (!decision) continue;
      stored.set(subject, decision.stored);
      changed.set(subject, { key, stored: decision.stored, printed: toPrinted(event.data) });
      if (paper) judged.push({ paper, judgements });
      if (!decision.fact) continue;
      announcements.push(
        announce(stateFact('paper.translated', { revision: decision.stored.revision, data: decision.fact }), event),
      );
    }
    await this.#memory.keep(tx, judged);
    await this.#entries.save(tx, [...changed.values()], this.#verifier.engine);
    return announcements;
  }
}

function distinctKeys(keys: readonly EntryKey[]): EntryKey[] {
  return [...new Map(keys.map((key) => [entrySubject(key), key])).values()];
}
