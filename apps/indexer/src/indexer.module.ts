import { Module } from '@nestjs/common';
import { MemberRepository } from './member.repository.ts';
import { PaperRepository } from './paper.repository.ts';
import { PaperStateHandler } from './paper-state.handler.ts';
import { PaperTranslatedHandler } from './paper-translated.handler.ts';
import { SearchRepository } from './search.repository.ts';

/** Keeps one current state per paper, and what papers are found by. */
@Module({
  controllers: [PaperTranslatedHandler, PaperStateHandler],
  providers: [MemberRepository, PaperRepository, SearchRepository],
})
export class IndexerModule {}
