import { Module } from '@nestjs/common';
import { DigestBytesRepository } from './digest-bytes.repository.ts';
import { DigestDiscoveredHandler } from './digest-discovered.handler.ts';
import { Reviewer } from './notices/reviewer.ts';
import { PlacementRepository } from './placement.repository.ts';
import { ProfileRefiller } from './profile/profile-refiller.ts';
import { SidecarComparer } from './sidecars/sidecar-comparer.ts';

/** Turns digests into entries, and notices what is wrong with a source as a whole. */
@Module({
  controllers: [DigestDiscoveredHandler],
  providers: [DigestBytesRepository, PlacementRepository, ProfileRefiller, Reviewer, SidecarComparer],
})
export class ParserModule {}
