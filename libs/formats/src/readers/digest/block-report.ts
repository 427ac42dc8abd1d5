import type { ErrorCode } from '@diglot/domain';
import type { Diagnostic, DigestField } from '../../digest-file.ts';

/** Where in a file; the column is 1 where nothing else is said. */
export interface Place {
  readonly line: number;
  readonly column?: number;
  readonly field?: DigestField;
}

/** Collects what is wrong with one block. */
export class BlockReport {
  private readonly found: Diagnostic[] = [];

  /** The block gives no entry, or a paper is lost. */
  error(code: ErrorCode, place: Place, message: string): void {
    this.add('error', code, place, message);
  }

  /** The entry stands. */
  warning(code: ErrorCode, place: Place, message: string): void {
    this.add('warning', code, place, message);
  }

  /** In the order of the file. */
  diagnostics(): readonly Diagnostic[] {
    return this.found.length < 2 ? this.found : this.found.toSorted(byPlace);
  }

  private add(severity: Diagnostic['severity'], code: ErrorCode, place: Place, message: string): void {
    const { line, column = 1, field } = place;
    this.found.push({ severity, code, line, column, ...(field === undefined ? {} : { field }), message });
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column;
}
