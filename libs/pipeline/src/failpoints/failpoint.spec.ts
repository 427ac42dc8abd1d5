import { setTimeout } from 'node:timers/promises';
import { armFailpoint, failpoint, failpointOrHang } from './failpoint.ts';

test('nothing happens at a point that is not armed, or before its pass has come', () => {
  failpoint('consumer.inside');
  armFailpoint('consumer.inside:3');
  failpoint('consumer.inside');
  failpoint('consumer.inside');
  failpoint('retry.claimed');
  armFailpoint('sweeper.swept:9');
  failpoint('consumer.inside');
  expect(process.exitCode).toBeUndefined();
});

test('a point that is awaited can be made to hang', async () => {
  armFailpoint('consumer.inside:2:HANG');
  await failpointOrHang('consumer.inside');
  await failpointOrHang('retry.claimed');
  const hanging = failpointOrHang('consumer.inside').then(() => 'returned');
  expect(await Promise.race([hanging, setTimeout(20, 'hangs')])).toBe('hangs');
});

test.each(['consumer.nowhere', 'consumer.inside:1:SIGTERM', ''])('%j is no failpoint', (specification) => {
  expect(() => armFailpoint(specification)).toThrow(`no such failpoint: ${specification}`);
});
