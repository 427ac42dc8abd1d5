import type { ErrorCode } from '@diglot/domain';
import { ViewColumn, ViewEntity } from 'typeorm';

/** A file or folder that cannot be taken now. */
@ViewEntity({ schema: 'watcher', name: 'problem_view', synchronize: false })
export class ProblemView {
  @ViewColumn() source!: string;
  @ViewColumn() path!: string;
  @ViewColumn() code!: ErrorCode;
  @ViewColumn() detail!: string;
  @ViewColumn({ name: 'first_seen' }) firstSeen!: Date;
  @ViewColumn({ name: 'last_seen' }) lastSeen!: Date;
}
