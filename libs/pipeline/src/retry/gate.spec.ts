import { setImmediate } from 'node:timers/promises';
import { Gate } from './gate.ts';

/** Work that runs until it is told to end, and notes both. */
function works(log: string[]): { work: (name: string) => () => Promise<void>; end: (name: string) => void } {
  const ends = new Map<string, () => void>();
  const work = (name: string) => async (): Promise<void> => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    log.push(`${name} ends`);
  };
  return { work, end: (name) => ends.get(name)?.() };
}

test('one that wants to be alone waits for those inside, and those who come later wait for it', async () => {
  const log: string[] = [];
  const { work, end } = works(log);
  const gate = new Gate();
  const all = [gate.together(work('a')), gate.together(work('b')), gate.alone(work('c')), gate.together(work('d'))];
  await setImmediate();
  expect(log).toEqual(['a begins', 'b begins']);
  end('b');
  await setImmediate();
  expect(log).toEqual(['a begins', 'b begins', 'b ends']);
  end('a');
  await setImmediate();
  expect(log.slice(3)).toEqual(['a ends', 'c begins']);
  end('c');
  await setImmediate();
  expect(log.slice(5)).toEqual(['c ends', 'd begins']);
  end('d');
  await Promise.all(all);
});

test('a failure reaches its caller and holds up nobody', async () => {
  const gate = new Gate();
  const failing = async (): Promise<never> => {
    throw new Error('it failed');
  };
  const results = await Promise.allSettled([
    gate.together(failing),
    gate.alone(failing),
    gate.together(async () => 'later'),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
});
