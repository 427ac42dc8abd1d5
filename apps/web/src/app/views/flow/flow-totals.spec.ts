import type { Flow } from '../../../api/types.ts';
import { flowTotals } from './flow-totals.ts';
import { flowMessages } from './flow.messages.ts';

const stage = { lag: 0, retrying: 0, dead: 0 } as Flow['stages'][number];
const webhook = { lag: 0, retrying: 0, dead: 0 } as Flow['webhooks'][number];

test('what webhooks wait for and have given up counts as what stages do', () => {
  expect(flowTotals({ stages: [stage], webhooks: [webhook] })).toEqual({ behind: 0, retrying: 0, dead: 0 });
  expect(
    flowTotals({
      stages: [
        { ...stage, lag: 1 },
        { ...stage, dead: 2 },
      ],
      webhooks: [{ ...webhook, lag: 3, retrying: 26, dead: 26 }],
    }),
  ).toEqual({ behind: 30, retrying: 26, dead: 28 });
});

test('one event is spoken of as one', () => {
  const { behind, givenUp } = flowMessages.en;
  expect([behind('1'), givenUp('1')]).toEqual([
    '1 event is waiting or being tried again.',
    '1 event was given up: see the dead letter.',
  ]);
  expect([behind('1,200'), givenUp('2')]).toEqual([
    '1,200 events are waiting or being tried again.',
    '2 events were given up: see the dead letters.',
  ]);
});
