import { requireAlarms } from './waiting-alarms.ts';

it('strikes where there is something to lose', () => {
  expect(requireAlarms(3, 5)).toBe(3);
});

it.each([
  [0, 5],
  [3, 0],
  [Number.NaN, 5],
])('fails with %d alarms and %d receipts', (alarms, retrying) => {
  expect(() => requireAlarms(alarms, retrying)).toThrow(`nothing to lose: ${alarms} alarms in Redis, ${retrying}`);
});
