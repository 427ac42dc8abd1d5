import { Deliveries } from './deliveries.ts';

it('tells of the delivery that has been silent for longest, and of none when there is none', () => {
  let now = 1000;
  const deliveries = new Deliveries(() => now);
  expect(deliveries.silence()).toBe(0);
  const [hanging, working] = [deliveries.begin(), deliveries.begin()];
  now += 30;
  working.sign();
  now += 5;
  expect(deliveries.silence()).toBe(35);
  hanging.end();
  expect(deliveries.silence()).toBe(5);
  working.end();
  expect(deliveries.silence()).toBe(0);
});
