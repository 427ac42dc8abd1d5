import { Module, type DynamicModule } from '@nestjs/common';
import type { Scorer } from '@diglot/verification';
import { EntryRepository } from './entry.repository.ts';
import { JUDGING_THREADS, startJudgingThreads, type JudgingThreads } from './judging/judging-threads.ts';
import { Unverified } from './judging/unverified.ts';
import { Verifier } from './judging/verifier.ts';
import { MemoryRepository } from './memory.repository.ts';
import { PaperParsedHandler } from './paper-parsed.handler.ts';
import { ReVerifier } from './re-verification/re-verifier.ts';
import { ReVerifyBatch } from './re-verification/re-verify-batch.ts';
import { ReVerifyEdits } from './re-verification/re-verify-edits.ts';
import { ReviewAnnouncer } from './reviews/review-announcer.ts';

/** Verifies the bilingual texts of entries as they come, and again when the engine is a newer one. */
@Module({
  controllers: [PaperParsedHandler],
  providers: [
    EntryRepository,
    MemoryRepository,
    { provide: JUDGING_THREADS, useFactory: startJudgingThreads },
    Verifier,
    ReVerifyBatch,
    ReVerifyEdits,
    ReVerifier,
    ReviewAnnouncer,
  ],
})
export class TranslatorModule {
  /** The same without verdicts; what it announces is judged when a process with an engine comes. */
  static withoutVerification(): DynamicModule {
    return { module: TranslatorModule, providers: [{ provide: Verifier, useClass: Unverified }] };
  }

  /** The same with a scorer that has its say about every verdict (docs/verification.md, "Scorers"). */
  static withScorer(scorer: Scorer): DynamicModule {
    const useFactory = (): JudgingThreads => ({ ...startJudgingThreads(), scorer });
    return { module: TranslatorModule, providers: [{ provide: JUDGING_THREADS, useFactory }] };
  }
}
