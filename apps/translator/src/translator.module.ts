import { Module } from '@nestjs/common';
import { EntryRepository } from './entry.repository.ts';
import { MemoryRepository } from './memory.repository.ts';
import { PaperParsedHandler } from './paper-parsed.handler.ts';
import { Verifier } from './verifier.ts';

/** Verifies the bilingual texts of entries. */
@Module({
  controllers: [PaperParsedHandler],
  providers: [EntryRepository, MemoryRepository, Verifier],
})
export class TranslatorModule {}
