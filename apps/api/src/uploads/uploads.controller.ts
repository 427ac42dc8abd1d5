import { createHash } from 'node:crypto';
import { Body, Controller, Ip, Query } from '@nestjs/common';
import { DiglotError } from '@diglot/domain';
import { actorAt } from '../commands/actor.ts';
import { ROUTES } from '../contract/routes.ts';
import type { ForgetBody, ForgetResult, UploadQuery, UploadResult } from '../contract/uploads.schema.ts';
import { invalidRequest, RefusedRequest } from '../http/refused-request.ts';
import { Route } from '../http/route.decorator.ts';
import { Validated } from '../http/validated.pipe.ts';
import { UploadRepository } from './upload.repository.ts';

@Controller()
export class UploadsController {
  readonly #uploads: UploadRepository;

  constructor(uploads: UploadRepository) {
    this.#uploads = uploads;
  }

  @Route(ROUTES.upload)
  async upload(
    @Query(new Validated(ROUTES.upload.query)) { source, path }: UploadQuery,
    @Body() bytes: unknown,
    @Ip() address: string,
  ): Promise<UploadResult> {
    if (!Buffer.isBuffer(bytes)) throw invalidRequest('body', 'send the bytes as application/octet-stream');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const audit = { actor: actorAt(address), reason: 'upload' };
    const outcome = await this.#uploads.upload({ source, path, bytes, sha256 }, audit);
    if (outcome === null) throw configured(`${JSON.stringify(source)} is watched, it takes no uploads`);
    return { outcome, sha256, size: bytes.length };
  }

  @Route(ROUTES.forget)
  async forget(
    @Body(new Validated(ROUTES.forget.body)) { source, reason }: ForgetBody,
    @Ip() address: string,
  ): Promise<ForgetResult> {
    const digests = await this.#uploads.forget(source, { actor: actorAt(address), reason });
    if (digests === 'unknown') {
      throw new DiglotError('DIGLOT_NOT_FOUND', `no source has the name ${JSON.stringify(source)}`);
    }
    if (digests === 'configured') throw configured(`${JSON.stringify(source)} is still watched`);
    return { digests };
  }
}

function configured(detail: string): RefusedRequest {
  return new RefusedRequest(409, 'DIGLOT_SOURCE_CONFIGURED', detail);
}
