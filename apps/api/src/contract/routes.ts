import { COMMAND_ROUTES } from './command.routes.ts';
import { deadLetterList, deadLettersQuery } from './dead-letters.schema.ts';
import { digest, digestList, digestParams, digestsQuery } from './digests.schema.ts';
import { noticeList, noticesQuery } from './notices.schema.ts';
import { paper, paperList, paperParams, paperQuery, papersQuery } from './papers.schema.ts';
import { READING_ROUTES } from './reading.routes.ts';
import { REVIEW_ROUTES } from './review.routes.ts';
import { route } from './route-contract.ts';
import { STREAMING_ROUTES } from './streaming.routes.ts';
import { UPLOAD_ROUTES } from './upload.routes.ts';
import { livenessBody, readinessBody, statusBody } from './status.schema.ts';

export { limitCodes, type RouteContract } from './route-contract.ts';

/** Every route of the api. */
export const ROUTES = {
  ...READING_ROUTES,
  ...REVIEW_ROUTES,
  ...UPLOAD_ROUTES,
  ...COMMAND_ROUTES,
  ...STREAMING_ROUTES,
  status: route({
    method: 'get',
    path: '/api/status',
    summary: 'What was taken, what is under way, what is wrong: all of one moment',
    response: statusBody,
    errors: [],
  }),
  notices: route({
    method: 'get',
    path: '/api/notices',
    summary: 'What is noticed about sources as a whole, though every file may be fine',
    query: noticesQuery,
    response: noticeList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  papers: route({
    method: 'get',
    path: '/api/papers',
    summary: 'Papers, the newest first; searched and filtered',
    query: papersQuery,
    response: paperList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  paper: route({
    method: 'get',
    path: '/api/papers/{id}',
    // Old identifiers hold a slash, `hep-th/9901001`; clients need not encode it.
    route: '/api/papers/*',
    summary: 'One paper in both languages, with its verdicts and issues',
    params: paperParams,
    query: paperQuery,
    response: paper,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND'],
  }),
  digests: route({
    method: 'get',
    path: '/api/digests',
    summary: 'Digests where they lie, the newest first',
    query: digestsQuery,
    response: digestList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  digest: route({
    method: 'get',
    path: '/api/digests/{sha256}',
    summary: 'One digest with what is wrong in it',
    params: digestParams,
    response: digest,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND'],
  }),
  digestBytes: route({
    method: 'get',
    path: '/api/digests/{sha256}/bytes',
    summary: 'The bytes of a digest, as they were found',
    params: digestParams,
    response: null,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_NOT_FOUND'],
  }),
  deadLetters: route({
    method: 'get',
    path: '/api/dead-letters',
    summary: 'Events that cannot be processed, the latest first',
    query: deadLettersQuery,
    response: deadLetterList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  livez: route({
    method: 'get',
    path: '/livez',
    summary: 'Whether the process goes on by itself (200) or only a restart helps (503), and why',
    response: livenessBody,
    errors: [],
    counted: 'never',
  }),
  metrics: route({
    method: 'get',
    path: '/metrics',
    summary: 'Figures in the text format of Prometheus; in the embedded profile, where one process is all of Diglot',
    response: null,
    types: ['text/plain'],
    errors: ['DIGLOT_NOT_FOUND'],
    counted: 'never',
  }),
  readyz: route({
    method: 'get',
    path: '/readyz',
    summary: 'Whether it can do its work (200) or not (503), and why not',
    response: readinessBody,
    errors: [],
    counted: 'never',
  }),
} as const;
