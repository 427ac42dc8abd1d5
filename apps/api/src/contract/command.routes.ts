import type { ErrorCode } from '@diglot/domain';
import {
  auditList,
  auditQuery,
  giveUpBody,
  receiptsResult,
  redriveBody,
  replayBody,
  replayResult,
  retryNowBody,
  reVerifyBody,
  reVerifyResult,
  timedWorkBody,
} from './commands.schema.ts';
import { route } from './route-contract.ts';

const REFUSALS: readonly ErrorCode[] = ['DIGLOT_REQUEST_INVALID', 'DIGLOT_TOKEN_REQUIRED'];

/** Commands, and what can be read about them. */
export const COMMAND_ROUTES = {
  redrive: route({
    method: 'post',
    path: '/api/dead-letters/redrive',
    summary: 'Puts dead letters back to work, with all their attempts; or counts them',
    body: redriveBody,
    response: receiptsResult,
    errors: REFUSALS,
    command: true,
  }),
  giveUp: route({
    method: 'post',
    path: '/api/dead-letters/give-up',
    summary: 'Turns events that are being retried into dead letters; or counts them',
    body: giveUpBody,
    response: receiptsResult,
    errors: REFUSALS,
    command: true,
  }),
  retryNow: route({
    method: 'post',
    path: '/api/retries/retry-now',
    summary: 'Lets events have their next attempt within seconds; or counts them',
    body: retryNowBody,
    response: receiptsResult,
    errors: REFUSALS,
    command: true,
  }),
  replay: route({
    method: 'post',
    path: '/api/replay',
    summary:
      'Has digests read again, after the code that reads them has changed; what comes out the same changes nothing',
    body: replayBody,
    response: replayResult,
    errors: REFUSALS,
    command: true,
  }),
  reVerify: route({
    method: 'post',
    path: '/api/re-verify',
    summary: 'Has all texts judged again, the newest first; what comes out the same changes nothing',
    body: reVerifyBody,
    response: reVerifyResult,
    errors: REFUSALS,
    command: true,
  }),
  timedWork: route({
    method: 'get',
    path: '/api/timed-work',
    summary: 'How far replays and re-verifications are',
    response: timedWorkBody,
    errors: [],
  }),
  audit: route({
    method: 'get',
    path: '/api/audit',
    summary: 'Who gave which command when and why, and which were refused; the latest first',
    query: auditQuery,
    response: auditList,
    errors: ['DIGLOT_REQUEST_INVALID'],
  }),
} as const;
