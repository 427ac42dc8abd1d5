import type { ErrorCode } from '@diglot/domain';
import { ViewColumn, ViewEntity } from 'typeorm';

/** What is wrong at one place of a digest. */
@ViewEntity({ schema: 'parser', name: 'diagnostic_view', synchronize: false })
export class DiagnosticView {
  @ViewColumn() source!: string;
  @ViewColumn() path!: string;
  @ViewColumn() position!: number;
  @ViewColumn() severity!: 'error' | 'warning';
  @ViewColumn() code!: ErrorCode;
  @ViewColumn() line!: number;
  @ViewColumn() column!: number;
  @ViewColumn() field!: string | null;
  @ViewColumn() message!: string;
}
