import { setTimeout } from 'node:timers/promises';
import { silentLogger } from '../logging/create-logger.ts';
import { drain } from './drain.ts';
import { judgeSignal } from './on-stop-signal.ts';

const GRACE_SECONDS = 30;

describe('drain', () => {
  it('runs one step after the other', async () => {
    const seen: string[] = [];
    const step = (name: string, milliseconds: number) => ({
      name,
      run: async () => {
        seen.push(`${name} begins`);
        await setTimeout(milliseconds);
        seen.push(`${name} ends`);
      },
    });
    await expect(drain([step('a', 20), step('b', 1)], GRACE_SECONDS, silentLogger)).resolves.toBe(true);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('goes on after a step that fails', async () => {
    const seen: string[] = [];
    const fails = { name: 'a', run: () => Promise.reject(new Error('no')) };
    const works = { name: 'b', run: () => void seen.push('b') };
    await expect(drain([fails, works], GRACE_SECONDS, silentLogger)).resolves.toBe(true);
    expect(seen).toEqual(['b']);
  });

  it('gives up on a step that hangs, and those behind it get their turn', async () => {
    const seen: string[] = [];
    const hangs = { name: 'a', run: () => new Promise<void>(() => {}) };
    const works = { name: 'b', run: () => void seen.push('b') };
    await expect(drain([hangs, hangs, works], 0.1, silentLogger)).resolves.toBe(false);
    expect(seen).toEqual(['b']);
  });
});

describe('judgeSignal', () => {
  it('drains at the first, ignores its echo, stops at a second', () => {
    expect(judgeSignal(null, 0)).toBe('first');
    expect(judgeSignal(1000, 1001)).toBe('same');
    expect(judgeSignal(1000, 1500)).toBe('second');
  });
});
