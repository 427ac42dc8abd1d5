import type { ApiSettings } from '../api.settings.ts';

export type StageReader = ApiSettings['readers'][number];

/** How far a stage is. */
export interface StageFigures {
  readonly consumer: string;
  readonly topic: string;
  /** Rows of the outbox that it has not taken. */
  readonly lag: number;
  /** Age of the oldest of them. */
  readonly oldestSeconds: number | null;
  readonly movedAt: Date | null;
}
