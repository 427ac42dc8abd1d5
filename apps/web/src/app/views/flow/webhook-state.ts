import type { FlowWebhook } from '../../../api/types.ts';

/** Something that is to be said of a webhook. */
export interface WebhookState {
  readonly state: 'gone' | 'dead' | 'retrying' | 'behind' | 'well';
  readonly count: number;
  /** Age of the oldest; null: there is none, or it says nothing. */
  readonly seconds: number | null;
}

/** Seconds within which a state is told without anybody having to look. */
const SOON = 60;

/** What is to be said of a webhook, the worst first. */
export function webhookStates(webhook: FlowWebhook): WebhookState[] {
  const { configured, lag, oldestSeconds, retrying, oldestRetrySeconds, dead } = webhook;
  const states: readonly WebhookState[] = [
    { state: 'gone', count: configured ? 0 : 1, seconds: null },
    { state: 'dead', count: dead, seconds: null },
    { state: 'retrying', count: retrying, seconds: oldestRetrySeconds },
    { state: 'behind', count: lag, seconds: oldestSeconds },
  ];
  const said = states.filter(({ count }) => count > 0);
  return said.length > 0 ? said : [{ state: 'well', count: 0, seconds: null }];
}

export function webhookTone({ lag, oldestSeconds, retrying, dead }: FlowWebhook): 'bad' | 'warn' | 'good' {
  if (dead > 0) return 'bad';
  return retrying > 0 || (lag > 0 && (oldestSeconds ?? 0) > SOON) ? 'warn' : 'good';
}
