import { armFailpoint, failpoint } from './failpoint.ts';

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

test.each(['consumer.nowhere', 'consumer.inside:1:SIGTERM', ''])('%j is no failpoint', (specification) => {
  expect(() => armFailpoint(specification)).toThrow(`no such failpoint: ${specification}`);
});
