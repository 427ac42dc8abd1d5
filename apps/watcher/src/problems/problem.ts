import type { ErrorCode } from '@diglot/domain';

/** What cannot be taken now, and why. It is gone once it is resolved. */
export interface Problem {
  /** Of a file or a folder, relative to the root; empty for the source itself. */
  readonly path: string;
  readonly code: ErrorCode;
  /** One sentence about this case. */
  readonly detail: string;
}
