import type { ErrorCode } from '@diglot/domain';
import { route } from './route-contract.ts';
import { forgetBody, forgetResult, uploadQuery, uploadResult } from './uploads.schema.ts';

const REFUSALS: readonly ErrorCode[] = ['DIGLOT_REQUEST_INVALID', 'DIGLOT_TOKEN_REQUIRED', 'DIGLOT_SOURCE_CONFIGURED'];

/** Commands about what digests there are. */
export const UPLOAD_ROUTES = {
  upload: route({
    method: 'post',
    path: '/api/digests',
    summary: 'Hands over a digest, as it is, of 64 MiB at most; the same one again changes nothing',
    query: uploadQuery,
    bodyType: 'application/octet-stream',
    response: uploadResult,
    errors: [...REFUSALS, 'DIGLOT_DIGEST_TOO_LARGE'],
    command: true,
    counted: 'never',
  }),
  forget: route({
    method: 'post',
    path: '/api/sources/forget',
    summary: 'Retracts all that a source prints; one that is watched must be taken out of the configuration first',
    body: forgetBody,
    response: forgetResult,
    errors: [...REFUSALS, 'DIGLOT_NOT_FOUND'],
    command: true,
  }),
} as const;
