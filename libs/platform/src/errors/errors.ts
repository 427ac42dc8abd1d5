import { types } from 'node:util';

/**
 * Whether something is an error, whichever realm it comes from: in a vm context, such as Jest's, what Node itself throws isn't
 * an `instanceof` the Error that our code sees.
 */
export function isError(thrown: unknown): thrown is Error {
  return types.isNativeError(thrown) || thrown instanceof Error;
}

/** The parts of an AggregateError: connecting to a name with several addresses fails with one. */
export function partsOf(error: Error): readonly unknown[] {
  return 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
}

/** The `code` of an error: an errno name (`ENOENT`), an SQLSTATE, one of ours; empty where there is none. */
export function codeOf(thrown: unknown): string {
  if (!isError(thrown)) return '';
  const inner: unknown = partsOf(thrown)[0] ?? thrown;
  return isError(inner) && 'code' in inner ? String(inner.code) : '';
}

/** The message of whatever was thrown, for the detail of another error. */
export function messageOf(thrown: unknown): string {
  if (!isError(thrown)) return String(thrown);
  return thrown.message === '' ? partsOf(thrown).map(messageOf).join('; ') : thrown.message;
}

/** For `.catch(onCode('ENOENT', null))`: the value if the error is of that code, else the error again. */
export function onCode<T>(code: string, value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (codeOf(thrown) === code) return value;
    throw thrown;
  };
}
