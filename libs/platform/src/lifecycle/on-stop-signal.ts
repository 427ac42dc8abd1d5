const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof SIGNALS)[number];

/** What a shell says of a process that a signal ended. */
const EXIT_CODES: Record<StopSignal, number> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * A terminal's Ctrl-C reaches this process twice when npm started it: from the terminal, and passed on by npm. Signals
 * this close together are one.
 */
const SAME_MILLISECONDS = 500;

/** Whether a signal is the first one, the same one again, or a second one. Pure. */
export function judgeSignal(firstAt: number | null, now: number): 'first' | 'same' | 'second' {
  if (firstAt === null) return 'first';
  return now - firstAt < SAME_MILLISECONDS ? 'same' : 'second';
}

/**
 * Calls `stop` at the first signal; a second one ends the process at once.
 * @returns forgets all of it
 */
export function onStopSignal(stop: (signal: StopSignal) => void): () => void {
  let firstAt: number | null = null;
  const listener = (signal: StopSignal): void => {
    const now = performance.now();
    const judgement = judgeSignal(firstAt, now);
    if (judgement === 'second') process.exit(EXIT_CODES[signal]);
    if (judgement === 'same') return;
    firstAt = now;
    stop(signal);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
}
