import { kill, pid } from 'node:process';

/** Places at which a test may kill or stop this process: the steps of docs/protocol.md, "What dies where". */
export const FAILPOINTS = [
  'watcher.hashing',
  'watcher.before-commit',
  'watcher.after-commit',
  'watcher.cleaning-up',
  'consumer.inside',
  'consumer.committed',
  'consumer.acknowledged',
  'retry.claimed',
  'retry.prepared',
  'retry.settled',
  'sweeper.swept',
  're-verification.inside',
  're-verification.committed',
  'relay.before-send',
  'relay.sent',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

interface Armed {
  readonly point: Failpoint;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
  /** Passes left before it strikes. */
  left: number;
}

let armed: Armed | null = null;

/**
 * Arms one failpoint of this process: `consumer.inside`, `consumer.inside:3` (at the third pass) or
 * `consumer.inside:3:SIGSTOP`. Tests only; nothing is armed by default.
 * @throws Error when there is no such point
 */
export function armFailpoint(specification: string): void {
  const [name, passes = '1', signal = 'SIGKILL'] = specification.split(':');
  const point = FAILPOINTS.find((candidate) => candidate === name);
  if (!point || (signal !== 'SIGKILL' && signal !== 'SIGSTOP')) throw new Error(`no such failpoint: ${specification}`);
  armed = { point, signal, left: Number(passes) };
}

/** Marks the point; it costs a comparison unless a test has armed it. */
export function failpoint(point: Failpoint): void {
  if (armed?.point !== point) return;
  armed.left -= 1;
  if (armed.left === 0) kill(pid, armed.signal);
}
