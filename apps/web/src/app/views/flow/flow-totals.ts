import type { Flow } from '../../../api/types.ts';

/** Of stages and webhooks together. */
export interface FlowTotals {
  /** Waits or is tried again. */
  readonly behind: number;
  /** Of these, is tried again. */
  readonly retrying: number;
  /** Was given up. */
  readonly dead: number;
}

export function flowTotals({ stages, webhooks }: Pick<Flow, 'stages' | 'webhooks'>): FlowTotals {
  const all = [...stages, ...webhooks];
  return {
    behind: all.reduce((sum, { lag, retrying }) => sum + lag + retrying, 0),
    retrying: all.reduce((sum, { retrying }) => sum + retrying, 0),
    dead: all.reduce((sum, { dead }) => sum + dead, 0),
  };
}
