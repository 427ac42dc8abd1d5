import { Controller, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { DiglotError, type ArxivId, type PaperState, type Sha256 } from '@diglot/domain';
import { readDigest, renderDigest } from '@diglot/formats';
import { digestParams } from '../contract/digests.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { wholeBody } from '../http/whole-body.ts';
import { PaperRepository } from '../papers/paper.repository.ts';
import { DigestRepository } from './digest.repository.ts';
import { unknownDigest } from './digests.controller.ts';
import { repairEntries } from './repair-digest.ts';

/** For the maintainers of digests: their file, repaired. */
@Controller()
export class RepairedDigestController {
  readonly #digests: DigestRepository;
  readonly #papers: PaperRepository;

  constructor(digests: DigestRepository, papers: PaperRepository) {
    this.#digests = digests;
    this.#papers = papers;
  }

  @Route(ROUTES.repairedDigest)
  async get(
    @Param(new Validated(digestParams)) params: z.infer<typeof digestParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const sha256 = params.sha256 as Sha256;
    const entries = await this.#entriesOf(sha256);
    const ids = [...new Set(entries.map(({ arxivId }) => arxivId))];
    const states: ReadonlyMap<ArxivId, PaperState> = await this.#papers.states(ids);
    const type = 'text/markdown; charset=utf-8';
    return wholeBody(reply, renderDigest(repairEntries(entries, states)), { type, fileName: `${sha256}.md` });
  }

  async #entriesOf(sha256: Sha256) {
    const found = await this.#digests.find(sha256);
    if (!found) throw unknownDigest(sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of this.#digests.bytes(sha256, found.size)) chunks.push(chunk);
    const digest = readDigest(Buffer.concat(chunks), { path: found.placements[0]?.path ?? 'README.md' });
    if (digest.kind === 'digest') return digest.entries;
    throw new DiglotError('DIGLOT_DIGEST_UNKNOWN_FORMAT', `${sha256} is ${digest.kind}, which prints no papers`);
  }
}
