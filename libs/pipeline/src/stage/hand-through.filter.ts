import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { throwError, type Observable } from 'rxjs';

/**
 * Nest would turn every error into a plain `{status, message}` object, and its class would be lost. This filter hands
 * the original through.
 */
@Catch()
export class HandThroughFilter implements RpcExceptionFilter<unknown> {
  catch(exception: unknown): Observable<never> {
    return throwError(() => exception);
  }
}
