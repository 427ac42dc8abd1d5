import { Readable } from 'node:stream';
import { Controller, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DiglotError, type Sha256 } from '@diglot/domain';
import {
  digestParams,
  type Digest,
  type DigestItem,
  type DigestList,
  type DigestsQuery,
} from '../contract/digests.schema.ts';
import { ROUTES } from '../contract/routes.ts';
import { decodeCursor, placeDay, placeText, toPage } from '../http/cursor.ts';
import { explainCode } from '../http/explain-code.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { DigestRepository, type DigestDetail, type DigestRow } from './digest.repository.ts';

/** Day, source and path. */
const PLACE = z.tuple([placeDay, placeText, placeText]);

@Controller()
export class DigestsController {
  readonly #digests: DigestRepository;

  constructor(digests: DigestRepository) {
    this.#digests = digests;
  }

  @Route(ROUTES.digests)
  async list(@Query(new Validated(ROUTES.digests.query)) query: DigestsQuery): Promise<DigestList> {
    const { source = null, state = null, limit } = query;
    const after = decodeCursor(query.cursor, PLACE);
    const read = await this.#digests.list({ source, state, after, rows: limit + 1 });
    const { rows, next } = toPage(read, limit, (row) => [row.listedDate, row.source, row.path]);
    return {
      items: rows.map(presentItem),
      next,
    };
  }

  @Route(ROUTES.digest)
  async get(@Param(new Validated(digestParams)) params: z.infer<typeof digestParams>): Promise<Digest> {
    const sha256 = params.sha256 as Sha256;
    const found = await this.#digests.find(sha256);
    if (!found) throw unknownDigest(sha256);
    return presentDigest(sha256, found);
  }

  /** As a download of plain text: a browser is not to make anything else of it. The address names the bytes. */
  @Route(ROUTES.digestBytes)
  async bytes(
    @Param(new Validated(digestParams)) params: z.infer<typeof digestParams>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const sha256 = params.sha256 as Sha256;
    const size = await this.#digests.size(sha256);
    if (size === null) throw unknownDigest(sha256);
    void reply.header('etag', `"${sha256}"`);
    return new StreamableFile(Readable.from(this.#digests.bytes(sha256, size)), {
      type: 'text/plain',
      disposition: `attachment; filename="${sha256}.md"`,
      length: size,
    });
  }
}

function presentItem({ changedAt, ...row }: DigestRow): DigestItem {
  const { source, path, sha256, size, date, kind, entries, diagnostics, state, revision } = row;
  const changed = changedAt.toISOString();
  return { source, path, sha256, size, date, kind, entries, diagnostics, state, revision, changedAt: changed };
}

function presentDigest(sha256: Sha256, { size, storedAt, placements, parsed, diagnostics }: DigestDetail): Digest {
  return {
    sha256,
    size,
    storedAt: storedAt.toISOString(),
    placements: placements.map(({ source, path, date, revision, changedAt }) => ({
      source,
      path,
      date,
      revision,
      changedAt: changedAt.toISOString(),
    })),
    kind: parsed?.kind ?? null,
    entries: parsed?.entries ?? 0,
    diagnostics: diagnostics.map(({ severity, code, line, column, field, message }) => ({
      severity,
      ...explainCode(code),
      line,
      column,
      field,
      message,
    })),
  };
}

export function unknownDigest(sha256: Sha256): DiglotError {
  return new DiglotError('DIGLOT_NOT_FOUND', `no digest has the SHA-256 ${sha256}`);
}
