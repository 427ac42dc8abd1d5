import type { Issue } from '@diglot/domain';

/** What an issue is for the score: its check, its code, and the kind of evidence or else its severity. */
export function signalOf({ check, code, evidence, severity }: Issue): string {
  return [check, code, evidence['kind'] ?? severity].join('/');
}
