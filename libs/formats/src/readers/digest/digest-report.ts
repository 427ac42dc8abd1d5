import type { ErrorCode } from '@diglot/domain';
import { MAX_DIAGNOSTICS, type Diagnostic, type DigestField } from '../../digest-file.ts';

/** Where in a file; the column is 1 where nothing else is said. */
export interface Place {
  readonly line: number;
  readonly column?: number;
  readonly field?: DigestField;
}

/** Collects what is wrong with the blocks of one file: the first thousand, and the number of the others. */
export class DigestReport {
  private readonly found: Diagnostic[] = [];
  private count = 0;

  /** The block gives no entry, or a paper is lost. */
  error(code: ErrorCode, place: Place, message: string): void {
    this.add('error', code, place, message);
  }

  /** The entry stands. */
  warning(code: ErrorCode, place: Place, message: string): void {
    this.add('warning', code, place, message);
  }

  /** In the order of the file. */
  get diagnostics(): readonly Diagnostic[] {
    return this.found.toSorted(byPlace);
  }

  get omitted(): number {
    return this.count - this.found.length;
  }

  private add(severity: Diagnostic['severity'], code: ErrorCode, place: Place, message: string): void {
    this.count += 1;
    if (this.count > MAX_DIAGNOSTICS) return;
    const { line, column = 1, field } = place;
    this.found.push({ severity, code, line, column, ...(field === undefined ? {} : { field }), message });
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column;
}
