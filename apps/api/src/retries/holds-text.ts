/**
 * The condition that a receipt of `pipeline.inbox_view` holds a text in its key, as it is written, or in its message, in any
 * case; true without one.
 * @param parameter of the statement, such as `$1`
 */
export function holdsText(parameter: string): string {
  return `(${parameter}::text IS NULL OR strpos(key, ${parameter}) > 0
    OR strpos(lower(coalesce(error_detail, '')), lower(${parameter})) > 0)`;
}
