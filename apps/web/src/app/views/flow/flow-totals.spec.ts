import type { Flow } from '../../../api/types.ts';
import { flowTotals } from './flow-totals.ts';

const stage = { lag: 0, retrying: 0, dead: 0 } as Flow['stages'][number];
const webhook = { lag: 0, retrying: 0, dead: 0 } as Flow['webhooks'][number];

test('what webhooks wait for and have given up counts as what stages do', () => {
  expect(flowTotals({ stages: [stage], webhooks: [webhook] })).toEqual({ behind: 0, dead: 0 });
  expect(
    flowTotals({
      stages: [
        { ...stage, lag: 1 },
        { ...stage, dead: 2 },
      ],
      webhooks: [{ ...webhook, lag: 3, retrying: 26, dead: 26 }],
    }),
  ).toEqual({ behind: 30, dead: 28 });
});
