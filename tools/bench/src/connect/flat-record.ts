import type { StateRow } from '../stack-way/state-rows.ts';

const DAY_MILLISECONDS = 86_400_000;

/** A {@link StateRow} in Connect's words: what the JDBC sink can write is flat, with a day as a number and JSON as text. */
export const FLAT_SCHEMA = {
  type: 'struct',
  name: 'paper',
  optional: false,
  fields: [
    { field: 'id', type: 'string', optional: false },
    { field: 'revision', type: 'int32', optional: false },
    { field: 'state', type: 'string', name: 'io.debezium.data.Json', version: 1, optional: false },
    { field: 'newest', type: 'int32', name: 'org.apache.kafka.connect.data.Date', version: 1, optional: true },
  ],
} as const;

/** The record of a row; those of one paper keep their order by its key. */
export function flatRecord({ id, revision, state, newest }: StateRow): {
  readonly key: string;
  readonly value: string;
} {
  const day = newest === null ? null : Date.parse(`${newest}T00:00:00Z`) / DAY_MILLISECONDS;
  return { key: id, value: JSON.stringify({ id, revision, state, newest: day }) };
}
