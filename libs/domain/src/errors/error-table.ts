import { blockErrors } from './families/block.errors.ts';
import { digestErrors } from './families/digest.errors.ts';
import { eventErrors } from './families/event.errors.ts';
import { ownErrors } from './families/own.errors.ts';
import { requestErrors } from './families/request.errors.ts';
import { serverErrors } from './families/server.errors.ts';
import { startErrors } from './families/start.errors.ts';

/** Every error Diglot can report. Codes are stable: one may be added, none changes its meaning. */
export const ERROR_TABLE = {
  ...digestErrors,
  ...blockErrors,
  ...eventErrors,
  ...serverErrors,
  ...startErrors,
  ...requestErrors,
  ...ownErrors,
};

export type ErrorCode = keyof typeof ERROR_TABLE;
