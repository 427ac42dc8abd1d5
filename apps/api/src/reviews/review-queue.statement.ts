import type { ArxivId, Genre, PaperState } from '@diglot/domain';
import type { ReviewQueueQuery } from '../contract/reviews.schema.ts';
import { Bindings } from '../papers/paper-selection.statement.ts';
import type { Statement } from '../papers/paper-list.statement.ts';

/** Where a page of the queue ended. */
export type QueuePlace = readonly [severity: string, date: string, arxivId: string, field: string];

/** A queued text with the state that shows it. */
export interface QueueRow {
  readonly arxivId: ArxivId;
  readonly field: Genre;
  /** 0 neutral, or without an issue, to 3 critical. */
  readonly severity: number;
  /** `-infinity` where no digest names a day. */
  readonly listedDate: string;
  readonly state: PaperState;
}

const ORDERS = {
  severity: 'severity DESC, listed_date DESC, arxiv_id DESC, genre DESC',
  newest: 'listed_date DESC, arxiv_id DESC, genre DESC',
} as const;

type Filter = Pick<ReviewQueueQuery, 'state' | 'field' | 'code' | 'source'>;

/** A page of the queue; narrowed while rows are narrow, and only those of the page are joined with their texts. */
export function queuePage(
  query: Filter & Pick<ReviewQueueQuery, 'order'>,
  after: QueuePlace | null,
  rows: number,
): Pick<Statement, 'sql' | 'parameters'> {
  const bindings = new Bindings();
  const conditions = [...conditionsOf(query, bindings), ...(after ? [isAfter(query.order, after, bindings)] : [])];
  const order = ORDERS[query.order];
  const sql = `
    WITH page AS MATERIALIZED (
      SELECT arxiv_id, genre, severity, listed_date FROM indexer.review_queue_view WHERE ${conditions.join(' AND ')}
      ORDER BY ${order} LIMIT ${bindings.bind(rows)}
    )
    SELECT page.arxiv_id AS "arxivId", page.genre AS field, page.severity, page.listed_date::text AS "listedDate", paper.state
    FROM page JOIN indexer.paper_view AS paper ON paper.arxiv_id = page.arxiv_id COLLATE "default"
    ORDER BY ${order.replaceAll(/(severity|listed_date|arxiv_id|genre)/g, 'page.$1')}`;
  return { sql, parameters: bindings.values };
}

export function queueCount(query: Filter): Pick<Statement, 'sql' | 'parameters'> {
  const bindings = new Bindings();
  const conditions = conditionsOf(query, bindings).join(' AND ');
  return {
    sql: `SELECT count(*)::int AS count FROM indexer.review_queue_view WHERE ${conditions}`,
    parameters: bindings.values,
  };
}

function conditionsOf({ state, field, code, source }: Filter, bindings: Bindings): string[] {
  return [
    `rejected = ${bindings.bind(state === 'rejected')}`,
    ...(field === undefined ? [] : [`genre = ${bindings.bind(field)}`]),
    ...(code === undefined ? [] : [`codes @> to_jsonb(${bindings.bind(code)}::text)`]),
    ...(source === undefined ? [] : [`sources @> to_jsonb(${bindings.bind(source)}::text)`]),
  ];
}

function isAfter(
  order: ReviewQueueQuery['order'],
  [severity, date, arxivId, field]: QueuePlace,
  bindings: Bindings,
): string {
  const columns = ['listed_date', 'arxiv_id', 'genre'];
  const values = [
    `${bindings.bind(date)}::date`,
    `${bindings.bind(arxivId)}::text COLLATE "C"`,
    `${bindings.bind(field)}::text COLLATE "C"`,
  ];
  if (order === 'newest') return `(${columns.join(', ')}) < (${values.join(', ')})`;
  return `(severity, ${columns.join(', ')}) < (${bindings.bind(severity)}::smallint, ${values.join(', ')})`;
}
