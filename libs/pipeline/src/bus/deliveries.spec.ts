import { setTimeout } from 'node:timers/promises';
import { Deliveries } from './deliveries.ts';

it('tells of the delivery that has been silent for longest, and of none when there is none', async () => {
  const deliveries = new Deliveries();
  expect(deliveries.silence()).toBe(0);
  const [hanging, working] = [deliveries.begin(), deliveries.begin()];
  await setTimeout(30);
  working.sign();
  const silence = deliveries.silence();
  expect(silence).toBeGreaterThan(20);
  hanging.end();
  expect(deliveries.silence()).toBeLessThan(silence);
  working.end();
  expect(deliveries.silence()).toBe(0);
});
