import type { FlowWebhook } from '../../../api/types.ts';
import { webhookStates, webhookTone } from './webhook-state.ts';

const WELL: FlowWebhook = {
  name: 'friend',
  consumer: 'diglot.webhook.friend',
  configured: true,
  perMinuteOut: 3,
  lag: 0,
  oldestSeconds: null,
  retrying: 0,
  oldestRetrySeconds: null,
  dead: 0,
};

it.each<[string, Partial<FlowWebhook>, readonly string[], string]>([
  ['is well', {}, ['well'], 'good'],
  ['has a little to be told', { lag: 3, oldestSeconds: 2 }, ['behind'], 'good'],
  ['has not been told for long', { lag: 3, oldestSeconds: 200 }, ['behind'], 'warn'],
  [
    'does not answer',
    { retrying: 2, oldestRetrySeconds: 80, lag: 1, oldestSeconds: 1 },
    ['retrying', 'behind'],
    'warn',
  ],
  ['refuses some', { dead: 1, retrying: 1 }, ['dead', 'retrying'], 'bad'],
  ['was given up with some undone', { configured: false, dead: 4 }, ['gone', 'dead'], 'bad'],
])('a webhook that %s says so', (_, more, states, tone) => {
  const webhook = { ...WELL, ...more };
  expect(webhookStates(webhook).map(({ state }) => state)).toEqual(states);
  expect(webhookTone(webhook)).toBe(tone);
});

it('says how many, and since when', () => {
  expect(webhookStates({ ...WELL, retrying: 2, oldestRetrySeconds: 80 })).toEqual([
    { state: 'retrying', count: 2, seconds: 80 },
  ]);
});
