import { Module } from '@nestjs/common';
import { DigestBytesRepository } from './digest-bytes.repository.ts';
import { DigestDiscoveredHandler } from './digest-discovered.handler.ts';
import { PlacementRepository } from './placement.repository.ts';

/** Turns digests into entries. */
@Module({
  controllers: [DigestDiscoveredHandler],
  providers: [DigestBytesRepository, PlacementRepository],
})
export class ParserModule {}
