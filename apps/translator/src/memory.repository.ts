import { Injectable } from '@nestjs/common';
import type { TranslatedEntry } from '@diglot/contracts';
import { GENRES, sha256, type Sha256 } from '@diglot/domain';
import type { Transaction } from '@diglot/platform';
import { keepTexts } from './statements/keep-texts.statement.ts';
import { keepVerdicts, type JudgedPair } from './statements/keep-verdicts.statement.ts';

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
    await keepTexts(tx, texts);
    await keepVerdicts(tx, [...pairs.values()]);
  }
}
