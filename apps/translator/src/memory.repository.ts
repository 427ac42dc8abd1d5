import { Injectable } from '@nestjs/common';
import { GENRES, sha256, type Judgement, type PaperText, type Sha256 } from '@diglot/domain';
import type { Sql, Transaction } from '@diglot/platform';
import { pairKey, type BilingualPair } from './judging/bilingual-pair.ts';
import type { EntryJudgements } from './judging/verifier.ts';
import { textsOf } from './printed.ts';
import { findTexts } from './statements/find-texts.statement.ts';
import { findVerdicts } from './statements/find-verdicts.statement.ts';
import { keepTexts } from './statements/keep-texts.statement.ts';
import { keepVerdicts, type JudgedPair } from './statements/keep-verdicts.statement.ts';

/** A paper with the verdicts of its texts. */
export interface JudgedPaper {
  readonly paper: PaperText;
  readonly judgements: EntryJudgements;
}

/** The translation memory: every text once, by its hash, and every verdict with the engine that gave it. */
@Injectable()
export class MemoryRepository {
  async keep(tx: Transaction, judged: readonly JudgedPaper[]): Promise<void> {
    const pairs = new Map<string, JudgedPair>();
    for (const { paper, judgements } of judged) {
      for (const genre of GENRES) {
        const { en, zh } = paper[genre];
        const judgement = judgements[genre];
        if (zh === null || !judgement) continue;
        pairs.set(pairKey({ genre, en, zh }), { genre, source: sha256(en), target: sha256(zh), judgement });
      }
    }
    await keepTexts(tx, new Map(judged.flatMap(({ paper }) => textsOf(paper))));
    await keepVerdicts(tx, [...pairs.values()]);
  }

  /** @param pair whose texts are there */
  async keepPair(tx: Transaction, { genre, en, zh }: BilingualPair, judgement: Judgement): Promise<void> {
    await keepVerdicts(tx, [{ genre, source: sha256(en), target: sha256(zh), judgement }]);
  }

  /** @returns the texts that are there */
  async texts(sql: Sql, hashes: readonly Sha256[]): Promise<Map<Sha256, string>> {
    return findTexts(sql, [...new Set(hashes)]);
  }

  /** The verdicts that an engine has given already, by {@link pairKey}. */
  async verdicts(sql: Sql, engine: string, pairs: readonly BilingualPair[]): Promise<Map<string, Judgement>> {
    return findVerdicts(sql, engine, pairs);
  }
}
