/** The `code` of an error: an errno name (`ENOENT`), an SQLSTATE, one of ours; empty where there is none. */
export function codeOf(thrown: unknown): string {
  const inner: unknown = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  return inner instanceof Error && 'code' in inner ? String(inner.code) : '';
}

/** For `.catch(onCode("ENOENT", null))`: the value if the error is of that code, else the error again. */
export function onCode<T>(code: string, value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (codeOf(thrown) === code) return value;
    throw thrown;
  };
}
