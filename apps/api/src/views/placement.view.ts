import { ViewColumn, ViewEntity } from 'typeorm';
import { fromDate } from './date.transformer.ts';

/** What one path of one source holds. */
@ViewEntity({ schema: 'watcher', name: 'placement_view', synchronize: false })
export class PlacementView {
  @ViewColumn() source!: string;
  @ViewColumn() path!: string;
  /** null: deleted. */
  @ViewColumn() sha256!: string | null;
  @ViewColumn() size!: number | null;
  @ViewColumn({ transformer: fromDate }) date!: string | null;
  @ViewColumn() revision!: number;
  @ViewColumn({ name: 'changed_at' }) changedAt!: Date;
}
