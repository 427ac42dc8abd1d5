import { ViewColumn, ViewEntity } from 'typeorm';

/** What the parser made of a placement. */
@ViewEntity({ schema: 'parser', name: 'placement_view', synchronize: false })
export class ParsedPlacementView {
  @ViewColumn() source!: string;
  @ViewColumn() path!: string;
  @ViewColumn() revision!: number;
  @ViewColumn() sha256!: string | null;
  @ViewColumn() kind!: string | null;
  @ViewColumn() entries!: number;
}
