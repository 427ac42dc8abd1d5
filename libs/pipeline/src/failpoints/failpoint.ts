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
  'review.inside',
  'review.committed',
  'relay.before-send',
  'relay.sent',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

/** `HANG` is for points that are awaited: they never return. */
const STRIKES = ['SIGKILL', 'SIGSTOP', 'HANG'] as const;
type Strike = (typeof STRIKES)[number];

interface Armed {
  readonly point: Failpoint;
  readonly signal: Strike;
  /** Passes left before it strikes. */
  left: number;
}

let armed: Armed | null = null;

/**
 * Arms one failpoint of this process: `consumer.inside`, `consumer.inside:3` (at the third pass) or
 * `consumer.inside:3:SIGSTOP` or `consumer.inside:3:HANG`. Tests only; nothing is armed by default.
 * @throws Error when there is no such point
 */
export function armFailpoint(specification: string): void {
  const [name, passes = '1', signal = 'SIGKILL'] = specification.split(':');
  const point = FAILPOINTS.find((candidate) => candidate === name);
  const strike = STRIKES.find((candidate) => candidate === signal);
  if (!point || !strike) throw new Error(`no such failpoint: ${specification}`);
  armed = { point, signal: strike, left: Number(passes) };
}

/** Marks the point; it costs a comparison unless a test has armed it. */
export function failpoint(point: Failpoint): void {
  if (armed?.point !== point) return;
  armed.left -= 1;
  if (armed.left === 0 && armed.signal !== 'HANG') kill(pid, armed.signal);
}

/** As {@link failpoint}, where what goes on may also be made to wait for ever. */
export async function failpointOrHang(point: Failpoint): Promise<void> {
  failpoint(point);
  if (armed?.point === point && armed.signal === 'HANG' && armed.left === 0) await new Promise<never>(() => {});
}
