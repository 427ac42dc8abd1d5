import { Injectable } from '@nestjs/common';
import { classify, type Judgement, type Sha256 } from '@diglot/domain';
import { announce, appendToOutbox } from '@diglot/pipeline';
import { Database } from '@diglot/platform';
import { findingsHash } from '../announced-fact.ts';
import { Verifier } from '../judging/verifier.ts';
import { MemoryRepository } from '../memory.repository.ts';
import { reviewFact } from '../reviews/requested-review.ts';
import { saveEdit } from './save-edit.statement.ts';
import { staleEdits, type StaleEdit } from './stale-edits.statement.ts';

/** Persons write few. */
const BATCH = 50;

/**
 * Judges again what persons wrote. Their texts stand whatever is found in them (docs/adr/0013); what is shown of them is
 * what the newest engine finds.
 */
@Injectable()
export class ReVerifyEdits {
  readonly #database: Database;
  readonly #verifier: Verifier;
  readonly #memory: MemoryRepository;

  constructor(database: Database, verifier: Verifier, memory: MemoryRepository) {
    this.#database = database;
    this.#verifier = verifier;
    this.#memory = memory;
  }

  /**
   * Judges some; each is written alone.
   * @returns how many were announced anew; null when none is left of an earlier generation
   * @throws the first error that came, once all had their turn; at once when a server is away, for it is away for all
   */
  async run(generation: string): Promise<number | null> {
    const stale = await staleEdits(this.#database, generation, BATCH);
    if (stale.length === 0) return null;
    let changed = 0;
    const failures: unknown[] = [];
    for (const edit of stale) {
      try {
        if (await this.#write(edit, await this.#judge(edit), generation)) changed += 1;
      } catch (thrown) {
        if (classify(thrown).class === 'Unavailable') throw thrown;
        failures.push(thrown);
      }
    }
    if (failures.length > 0) throw failures[0];
    return changed;
  }

  /** @returns null when the engine died of it, or judges nothing */
  async #judge({ genre, source, text }: StaleEdit): Promise<Judgement | null> {
    try {
      return await this.#verifier.judgePair({ genre, en: source, zh: text });
    } catch (thrown) {
      if (classify(thrown).code !== 'DIGLOT_THREAD_CRASHED') throw thrown;
      return null;
    }
  }

  /** What the engine dies of keeps the findings that were announced, as an entry does. */
  async #write(edit: StaleEdit, judgement: Judgement | null, generation: string): Promise<boolean> {
    const { genre, source, text } = edit;
    const findings = judgement ? findingsHash(judgement) : (edit.findings as Sha256 | null);
    const isChanged = findings !== edit.findings;
    const judged = { ...edit, rejudged: edit.rejudged + (isChanged ? 1 : 0) };
    return this.#database.transaction(async (tx) => {
      if (!(await saveEdit(tx, edit, { generation, findings, rejudged: judged.rejudged }))) return false;
      if (judgement) await this.#memory.keepPair(tx, { genre, en: source, zh: text }, judgement);
      if (isChanged) await appendToOutbox(tx, [announce(reviewFact(judged, judgement))]);
      return isChanged;
    });
  }
}
