import { silentLogger } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { deferred } from '../testing/deferred.ts';
import { MORE, RepeatedWork, type RepeatedWorkOptions } from './repeated-work.ts';

/** Longer than any test waits. */
const FOR_EVER = 3_600_000;

let looks: RepeatedWork | null = null;
// Also after a failure: what still waits would keep the process.
afterEach(() => looks?.stop());

function repeated(work: RepeatedWorkOptions['work'], more: Partial<RepeatedWorkOptions> = {}): RepeatedWork {
  looks = new RepeatedWork({ work, milliseconds: FOR_EVER, logger: silentLogger, complaint: 'it failed', ...more });
  return looks;
}

it('comes again at once while there is more, and waits when there is not', async () => {
  const answers: unknown[] = [MORE, MORE, null, MORE];
  const repeats = repeated(async () => answers.shift());
  repeats.start();
  await waitFor(async () => answers.length === 1);
  await repeats.stop();
  expect(answers).toEqual([MORE]);
});

it('tells a failure, waits it out and goes on', async () => {
  const told: unknown[] = [];
  const logger = { ...silentLogger, warn: (...said: unknown[]) => told.push(said) } as unknown as typeof silentLogger;
  let looked = 0;
  const work = async () => {
    looked += 1;
    if (looked === 1) throw new Error('away');
  };
  const repeats = repeated(work, { afterFailure: 1, logger });
  repeats.start();
  await waitFor(async () => looked === 2);
  await repeats.stop();
  expect(told).toEqual([[{ code: 'DIGLOT_BUG', err: new Error('away') }, 'it failed']]);
});

it('stops a wait at once, and ends after the look in hand', async () => {
  let isDone = false;
  const start = deferred();
  const repeats = repeated(async () => {
    await start.promise;
    isDone = true;
  });
  repeats.start();
  const stopped = repeats.stop();
  start.resolve();
  await stopped;
  expect(isDone).toBe(true);
});

it('looks at nothing when it is stopped in its first wait', async () => {
  let looked = 0;
  const repeats = repeated(async () => (looked += 1), { waitsFirst: true });
  repeats.start();
  await repeats.stop();
  expect(looked).toBe(0);
});
