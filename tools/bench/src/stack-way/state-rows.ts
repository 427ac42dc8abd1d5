import { decodeRecord } from '@diglot/contracts';
import type { PaperState } from '@diglot/domain';
import type { LogRecord } from '@diglot/pipeline';

/** A paper as the consumers that we compare ourselves with store it. */
export interface StateRow {
  readonly id: string;
  readonly revision: number;
  /** The whole state, as JSON. */
  readonly state: string;
  /** A day, as `2026-03-01`; null of a paper without one. */
  readonly newest: string | null;
}

/**
 * The rows that records of the state topic stand for, in their order.
 * @throws Error at a record that our own consumers would put aside, so that nobody is measured with less work
 */
export function stateRows(records: readonly LogRecord[]): StateRow[] {
  return records.flatMap((record) => {
    const decoded = decodeRecord(record);
    if (!decoded.ok) throw new Error(`${record.topic} ${record.partition}:${record.offset}: ${decoded.detail}`);
    const { data, revision } = decoded.event;
    if (data === null) return [];
    const state = data as PaperState;
    return [{ id: state.arxivId, revision, state: JSON.stringify(state), newest: state.newestDate }];
  });
}
