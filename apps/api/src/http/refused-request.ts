import { DiglotError, type ErrorCode } from '@diglot/domain';

/** An error of a request whose HTTP status does not follow from its code alone. */
export class RefusedRequest extends DiglotError {
  readonly status: number;

  constructor(status: number, code: ErrorCode, detail: string) {
    super(code, detail);
    this.status = status;
  }
}

export function invalidRequest(field: string, detail: string): DiglotError {
  return new DiglotError('DIGLOT_REQUEST_INVALID', detail, { place: { field } });
}
