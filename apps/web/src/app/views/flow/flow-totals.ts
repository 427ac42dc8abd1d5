import type { Flow } from '../../../api/types.ts';

/** How much waits or is tried again, and how much was given up, at stages and for webhooks. */
export function flowTotals({ stages, webhooks }: Pick<Flow, 'stages' | 'webhooks'>): { behind: number; dead: number } {
  const all = [...stages, ...webhooks];
  return {
    behind: all.reduce((sum, { lag, retrying }) => sum + lag + retrying, 0),
    dead: all.reduce((sum, { dead }) => sum + dead, 0),
  };
}
