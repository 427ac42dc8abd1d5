import { Injectable } from '@nestjs/common';
import { GENRES, sha256, type Genre, type Judgement, type Sha256 } from '@diglot/domain';
import type { TranslatedEntry } from '@diglot/contracts';
import type { Transaction } from '@diglot/platform';

/** Sorted, so that two transactions that keep the same texts never wait for each other in a circle. */
const KEEP_TEXTS = `
  INSERT INTO translator.texts (hash, body)
  SELECT * FROM unnest($1::bytea[], $2::text[]) AS text (hash, body) ORDER BY hash
  ON CONFLICT DO NOTHING`;

const KEEP_VERDICTS = `
  INSERT INTO translator.verdicts (genre, source_hash, target_hash, engine, verdict, score, issues)
  SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::real[], $7::json[])
    AS verdict (genre, source_hash, target_hash, engine, verdict, score, issues)
  ORDER BY source_hash, target_hash, genre, engine
  ON CONFLICT DO NOTHING`;

interface JudgedPair {
  readonly genre: Genre;
  readonly source: Sha256;
  readonly target: Sha256;
  readonly judgement: Judgement;
}

/** The translation memory: every text once, by its hash, and every verdict with the engine that gave it. */
@Injectable()
export class MemoryRepository {
  async keep(tx: Transaction, facts: readonly TranslatedEntry[]): Promise<void> {
    const texts = new Map<Sha256, string>();
    const pairs = new Map<string, JudgedPair>();
    for (const fact of facts) {
      for (const genre of GENRES) {
        const text = fact.paper?.[genre];
        const judgement = fact[genre];
        if (!text || text.zh === null || !judgement) continue;
        const [source, target] = [sha256(text.en), sha256(text.zh)];
        texts.set(source, text.en).set(target, text.zh);
        pairs.set(`${genre} ${source} ${target}`, { genre, source, target, judgement });
      }
    }
    await this.#keepTexts(tx, texts);
    await this.#keepVerdicts(tx, [...pairs.values()]);
  }

  async #keepTexts(tx: Transaction, texts: ReadonlyMap<Sha256, string>): Promise<void> {
    if (texts.size === 0) return;
    await tx.run(KEEP_TEXTS, [[...texts.keys()].map((hash) => Buffer.from(hash, 'hex')), [...texts.values()]]);
  }

  async #keepVerdicts(tx: Transaction, pairs: readonly JudgedPair[]): Promise<void> {
    if (pairs.length === 0) return;
    await tx.run(KEEP_VERDICTS, [
      pairs.map(({ genre }) => genre),
      pairs.map(({ source }) => Buffer.from(source, 'hex')),
      pairs.map(({ target }) => Buffer.from(target, 'hex')),
      pairs.map(({ judgement }) => judgement.engine),
      pairs.map(({ judgement }) => judgement.verdict),
      pairs.map(({ judgement }) => judgement.score),
      pairs.map(({ judgement }) => JSON.stringify(judgement.issues)),
    ]);
  }
}
