import {
  reviewBody,
  reviewList,
  reviewQueue,
  reviewQueueQuery,
  reviewResult,
  reviewsQuery,
  verifyBody,
  verifyResult,
} from './reviews.schema.ts';
import { route } from './route-contract.ts';

/** What persons say of translations. */
export const REVIEW_ROUTES = {
  reviewQueue: route({
    method: 'get',
    path: '/api/review-queue',
    summary: 'Texts that are shown and wait for a person, with what was found in them',
    query: reviewQueueQuery,
    response: reviewQueue,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  reviews: route({
    method: 'get',
    path: '/api/reviews',
    summary: 'What persons said of texts, the latest of each pair',
    query: reviewsQuery,
    response: reviewList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
  review: route({
    method: 'post',
    path: '/api/review',
    summary:
      'Accepts, rejects or edits a Chinese text wherever it is printed, or takes that back; the same again changes nothing',
    body: reviewBody,
    response: reviewResult,
    errors: [
      'DIGLOT_REQUEST_INVALID',
      'DIGLOT_TOKEN_REQUIRED',
      'DIGLOT_NOT_FOUND',
      'DIGLOT_REVIEW_UNFIT',
      'DIGLOT_REVIEW_STALE',
      'DIGLOT_REVIEW_CONFLICT',
    ],
    command: true,
  }),
  verify: route({
    method: 'post',
    path: '/api/verify',
    summary: 'What the check finds in a text, before it is given as a review; nothing is stored',
    body: verifyBody,
    response: verifyResult,
    errors: ['DIGLOT_REQUEST_INVALID', 'DIGLOT_TOKEN_REQUIRED'],
    command: true,
    counted: 'as-verification',
  }),
  gold: route({
    method: 'get',
    path: '/api/gold.jsonl',
    summary: 'What was reviewed, one labelled pair a line, for `npm run eval:verification -- --gold`',
    response: null,
    types: ['application/x-ndjson'],
    errors: [],
    counted: 'as-export',
  }),
} as const;
