import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Milliseconds; 60 000 by default. A bound for a test that would hang, not a claim about speed. */
  readonly timeout?: number;
  /** Milliseconds between two looks; 25 by default. */
  readonly interval?: number;
  /** What is waited for, for the message. */
  readonly what?: string;
}

/**
 * Looks again and again until the condition gives something truthy, and returns that. A condition that throws isn't met yet; its
 * last error is the cause of the failure.
 */
export async function waitFor<T>(condition: () => T | Promise<T>, options: WaitOptions = {}): Promise<NonNullable<T>> {
  const { timeout = 60_000, interval = 25, what = 'the condition' } = options;
  const deadline = Date.now() + timeout;
  for (;;) {
    const { value, cause } = await look(condition);
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`${what} was not met within ${timeout} ms`, { cause });
    await sleep(interval);
  }
}

async function look<T>(condition: () => T | Promise<T>): Promise<{ value?: T; cause?: unknown }> {
  try {
    const value = await condition();
    return { value, cause: `it gave ${String(value)}` };
  } catch (cause) {
    return { cause };
  }
}
