import { Module } from '@nestjs/common';
import { MemberRepository } from './member.repository.ts';
import { PaperRepository } from './paper.repository.ts';
import { PaperTranslatedHandler } from './paper-translated.handler.ts';

/** Keeps one current state per paper. */
@Module({
  controllers: [PaperTranslatedHandler],
  providers: [MemberRepository, PaperRepository],
})
export class IndexerModule {}
