import { Bell } from './bell.ts';

/** Longer than any test may take: who waits so long was not woken. */
const FOR_EVER = 2 ** 30;

test('a ring ends a wait', async () => {
  const bell = new Bell();
  const wait = bell.wait(FOR_EVER);
  bell.ring();
  await expect(wait).resolves.toBeUndefined();
});

test('a ring that nobody waited for ends the next wait, and only that', async () => {
  const bell = new Bell();
  bell.ring();
  bell.ring();
  await bell.wait(FOR_EVER);
  let woken = false;
  const wait = bell.wait(FOR_EVER).then(() => (woken = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(woken).toBe(false);
  bell.ring();
  await wait;
});

test('without a ring it ends by itself', async () => {
  await expect(new Bell().wait(1)).resolves.toBeUndefined();
});
