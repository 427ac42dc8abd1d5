import type { Violation } from '@diglot/pipeline';

/** A broken invariant of docs/protocol.md: those of the pipeline's own tables, and those that only a whole system shows. */
export interface Finding {
  readonly invariant: Violation['invariant'] | 'I3' | 'I7' | 'I9';
  readonly detail: string;
  /** Rows, papers or files that it concerns. */
  readonly count: number;
}
