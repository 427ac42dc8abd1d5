import { Injectable } from '@nestjs/common';
import { stateFact } from '@diglot/contracts';
import { classify, entrySubject, type Judgement, type PaperText } from '@diglot/domain';
import { announce, appendToOutbox, failpoint, type Announcement } from '@diglot/pipeline';
import { Database, type Transaction } from '@diglot/platform';
import { toFact } from '../announced-fact.ts';
import { EntryRepository } from '../entry.repository.ts';
import { pairKey } from '../judging/bilingual-pair.ts';
import { Verifier, pairsOf, type EntryJudgements } from '../judging/verifier.ts';
import { MemoryRepository, type JudgedPaper } from '../memory.repository.ts';
import { decideFact } from '../paper-parsed.decision.ts';
import { hashesOf, toPaper } from '../printed.ts';
import type { SavedEntry } from '../statements/save-entries.statement.ts';
import { reportProgress, type Progress } from './report-progress.statement.ts';
import { staleEntries, type StaleEntry } from './stale-entries.statement.ts';

/** Entries of one transaction: some tenths of a second of judging. */
const BATCH = 50;

interface Judged {
  readonly entry: StaleEntry;
  readonly paper: PaperText;
  /** null: the engine died of it. */
  readonly judgements: EntryJudgements | null;
  readonly error: string | null;
}

/** Judges some entries again, outside of any transaction, and writes what came of it in one. */
@Injectable()
export class ReVerifyBatch {
  readonly #database: Database;
  readonly #verifier: Verifier;
  readonly #entries: EntryRepository;
  readonly #memory: MemoryRepository;

  constructor(database: Database, verifier: Verifier, entries: EntryRepository, memory: MemoryRepository) {
    this.#database = database;
    this.#verifier = verifier;
    this.#entries = entries;
    this.#memory = memory;
  }

  /** @returns null when no entry is left of an earlier generation */
  async run(generation: string): Promise<Progress | null> {
    const stale = await staleEntries(this.#database, generation, BATCH);
    if (stale.length === 0) return null;
    const judged = await this.#judge(stale);
    const progress = await this.#database.transaction(async (tx) => {
      const written = await this.#write(tx, judged);
      await reportProgress(tx, generation, written);
      failpoint('re-verification.inside');
      return written;
    });
    failpoint('re-verification.committed');
    return progress;
  }

  async #judge(stale: readonly StaleEntry[]): Promise<Judged[]> {
    const texts = await this.#memory.texts(
      this.#database,
      stale.flatMap(({ printed }) => hashesOf(printed)),
    );
    const papers = stale.map(({ printed }) => toPaper(printed, texts));
    // What this engine has said already, of the same texts elsewhere or before a kill, need not be said again.
    const known = await this.#memory.verdicts(this.#database, this.#verifier.engine, papers.flatMap(pairsOf));
    return Promise.all(
      stale.map(async (entry, index): Promise<Judged> => {
        const paper = papers[index] as PaperText;
        try {
          return {
            entry,
            paper,
            judgements: knownOf(paper, known) ?? (await this.#verifier.judge(paper)),
            error: null,
          };
        } catch (thrown) {
          const error = classify(thrown);
          if (error.code !== 'DIGLOT_THREAD_CRASHED') throw error;
          return { entry, paper, judgements: null, error: error.message };
        }
      }),
    );
  }

  async #write(tx: Transaction, judged: readonly Judged[]): Promise<Progress> {
    const stored = await this.#entries.lock(
      tx,
      judged.map(({ entry }) => entry.key),
    );
    const saved: SavedEntry[] = [];
    const kept: JudgedPaper[] = [];
    const announcements: Announcement[] = [];
    for (const { entry, paper, judgements } of judged) {
      const { key, printed } = entry;
      const before = stored.get(entrySubject(key));
      // Parsed anew meanwhile, and so judged by whoever took that event.
      if (before?.parsedRevision !== entry.parsedRevision) continue;
      if (judgements === null) {
        saved.push({ key, stored: before, printed });
        continue;
      }
      const fact = toFact({ entry: key, retracted: false, digest: printed.digest, paper }, judgements);
      const decision = decideFact(fact, before);
      saved.push({ key, stored: decision.stored, printed });
      kept.push({ paper, judgements });
      if (!decision.fact) continue;
      const { revision } = decision.stored;
      announcements.push(announce(stateFact('paper.translated', { revision, data: decision.fact })));
    }
    await this.#memory.keep(tx, kept);
    await this.#entries.save(tx, saved, this.#verifier.engine);
    await appendToOutbox(tx, announcements);
    const errors = judged.map(({ error }) => error).filter((error) => error !== null);
    return {
      judged: saved.length,
      changed: announcements.length,
      failed: errors.length,
      lastError: errors.at(-1) ?? null,
    };
  }
}

/** @returns null unless every text has a verdict */
function knownOf(paper: PaperText, known: ReadonlyMap<string, Judgement>): EntryJudgements | null {
  const found = { title: null, abstract: null } as { title: Judgement | null; abstract: Judgement | null };
  for (const pair of pairsOf(paper)) {
    const judgement = known.get(pairKey(pair));
    if (!judgement) return null;
    found[pair.genre] = judgement;
  }
  return found;
}
