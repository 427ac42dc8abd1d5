import { Module } from '@nestjs/common';
import { MemberRepository } from './member.repository.ts';
import { PaperRepository } from './paper.repository.ts';
import { PaperStateHandler } from './paper-state.handler.ts';
import { PaperTranslatedHandler } from './paper-translated.handler.ts';
import { Refolder } from './refold/refolder.ts';
import { SearchRepository } from './search.repository.ts';

/** Keeps one current state per paper, what is summed up over all of them, and what papers are found by. */
@Module({
  controllers: [PaperTranslatedHandler, PaperStateHandler],
  providers: [MemberRepository, PaperRepository, Refolder, SearchRepository],
})
export class IndexerModule {}
