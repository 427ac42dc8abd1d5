import type { Flow } from '../contract/flow.schema.ts';
import { openOf } from '../status/present-status.ts';
import type { StageFigures } from '../status/stage-figures.ts';
import type { OpenReceipts } from '../status/status.repository.ts';
import type { WebhookRow } from '../webhooks/webhook.repository.ts';
import type { Durations, StageFlow } from './flow.repository.ts';

export interface FlowFacts {
  readonly at: Date;
  readonly minutes: number;
  readonly stages: readonly StageFlow[];
  readonly webhooks: readonly WebhookRow[];
  /** The same of webhooks, by their consumers. */
  readonly tellings: readonly StageFlow[];
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
    webhooks: presentWebhooks(facts),
    endToEnd,
  };
}

/** One that was given up is shown as long as something of it is open. */
function presentWebhooks({ minutes, webhooks, tellings, figures, open }: FlowFacts): Flow['webhooks'] {
  return tellings.flatMap(({ consumer, topic, settled, oldestRetrySeconds }) => {
    const webhook = webhooks.find((each) => each.consumer === consumer);
    const figure = figures.find((each) => each.consumer === consumer && each.topic === topic);
    const { retrying, dead } = openOf({ consumer, topic }, open);
    if (webhook === undefined || (!webhook.configured && retrying + dead === 0)) return [];
    const { name, configured } = webhook;
    // What is told nothing any more has nothing before it.
    const lag = configured ? (figure?.lag ?? 0) : 0;
    const oldestSeconds = configured ? (figure?.oldestSeconds ?? null) : null;
    const perMinuteOut = settled / minutes;
    return [{ name, consumer, configured, perMinuteOut, lag, oldestSeconds, retrying, oldestRetrySeconds, dead }];
  });
}
