import type { ErrorClass } from './error-entry.ts';
import { ERROR_TABLE, type ErrorCode } from './error-table.ts';

/** Where in a file or an event something is wrong; lines and columns count from 1. */
export interface ErrorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: string;
}

/** What an error may carry besides its code and detail. */
export interface ErrorOptions {
  readonly place?: ErrorPlace;
  readonly cause?: unknown;
  /** Milliseconds to wait, where somebody said so (`Throttled`). */
  readonly retryAfter?: number;
}

/** The one error type of Diglot: its code decides its class, its class decides what happens. */
export class DiglotError extends Error {
  override readonly name = 'DiglotError';
  readonly code: ErrorCode;
  readonly detail: string;
  readonly place: ErrorPlace;
  readonly retryAfter: number | null;

  /** @param detail one sentence about this case, without the code and the place */
  constructor(code: ErrorCode, detail: string, { place = {}, cause, retryAfter }: ErrorOptions = {}) {
    super(`${code}: ${describePlace(place)}${detail}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.detail = detail;
    this.place = place;
    this.retryAfter = retryAfter ?? null;
  }

  get class(): ErrorClass {
    return ERROR_TABLE[this.code].class;
  }
}

function describePlace({ file, line, column, field }: ErrorPlace): string {
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  const parts = [position, field === undefined ? '' : `field ${field}`].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}
