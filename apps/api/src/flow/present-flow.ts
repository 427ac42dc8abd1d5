import type { Flow } from '../contract/flow.schema.ts';
import { openOf } from '../status/present-status.ts';
import type { StageFigures } from '../status/stage-figures.ts';
import type { OpenReceipts } from '../status/status.repository.ts';
import type { Durations, StageFlow } from './flow.repository.ts';

export interface FlowFacts {
  readonly at: Date;
  readonly minutes: number;
  readonly stages: readonly StageFlow[];
  readonly latencies: ReadonlyMap<string, Durations>;
  readonly endToEnd: Durations;
  readonly figures: readonly StageFigures[];
  readonly open: readonly OpenReceipts[];
}

const NOTHING: Durations = { p50: null, p99: null, count: 0 };

/** How the work moves, stage by stage. */
export function presentFlow(facts: FlowFacts): Flow {
  const { at, minutes, stages, latencies, endToEnd, figures, open } = facts;
  return {
    at: at.toISOString(),
    minutes,
    stages: stages.map(({ announced, settled, ...stage }) => {
      const figure = figures.find(({ consumer, topic }) => consumer === stage.consumer && topic === stage.topic);
      return {
        ...stage,
        ...openOf(stage, open),
        perMinuteIn: announced / minutes,
        perMinuteOut: settled / minutes,
        lag: figure?.lag ?? 0,
        oldestSeconds: figure?.oldestSeconds ?? null,
        latency: latencies.get(stage.consumer) ?? NOTHING,
        movedAt: figure?.movedAt?.toISOString() ?? null,
      };
    }),
    endToEnd,
  };
}
