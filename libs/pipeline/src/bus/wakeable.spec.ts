import { setTimeout } from 'node:timers/promises';
import { Wakeable } from './wakeable.ts';

const FOREVER = 60_000;

test('a wake ends a wait', async () => {
  const wakeable = new Wakeable();
  const waiting = wakeable.wait(FOREVER);
  wakeable.wake();
  await expect(waiting).resolves.toBeUndefined();
});

test('a wake that nobody waits for is kept, once', async () => {
  const wakeable = new Wakeable();
  wakeable.wake();
  wakeable.wake();
  await wakeable.wait(FOREVER);
  const second = wakeable.wait(FOREVER).then(() => 'woken');
  await expect(Promise.race([second, setTimeout(20, 'still waiting')])).resolves.toBe('still waiting');
  wakeable.wake();
  await second;
});

test('without a wake it ends by itself', async () => {
  await expect(new Wakeable().wait(1)).resolves.toBeUndefined();
});
