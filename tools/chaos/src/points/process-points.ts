import type { ProcessPoint } from './crash-point.ts';

const WATCHER = [
  ['watcher.hashing', 'W3 hashing'],
  ['watcher.before-commit', 'W4 before commit'],
  ['watcher.after-commit', 'W4 after commit'],
  ['watcher.cleaning-up', 'W5 mid clean-up'],
] as const;

const CONSUMERS = ['parser', 'translator', 'indexer'];
const CONSUMER = [
  ['consumer.inside', 'C2 inside'],
  ['consumer.committed', 'C2 after commit, before C3'],
  ['consumer.acknowledged', 'C3 before C4'],
  ['retry.claimed', 'R2 after claim'],
  ['retry.prepared', 'after an outside call, before settle'],
  ['retry.settled', 'R4 after commit, before R5'],
] as const;

const RELAYING = ['watcher', ...CONSUMERS];
const RELAY = [
  ['relay.before-send', 'relay before send'],
  ['relay.sent', 'relay after send, before cursor'],
] as const;

/** Every step of the protocol at which a process of the stack can die. */
export const PROCESS_POINTS: readonly ProcessPoint[] = [
  ...pointsOf(['watcher'], WATCHER),
  ...pointsOf(CONSUMERS, CONSUMER),
  ...pointsOf(RELAYING, RELAY),
];

/** Each step once, in one service after the other: what many tests share a machine with. */
export const EVERY_STEP: readonly ProcessPoint[] = [
  ...new Set(PROCESS_POINTS.map(({ failpoint }) => failpoint)),
].flatMap((failpoint, at) => {
  const services = PROCESS_POINTS.filter((point) => point.failpoint === failpoint);
  return services[at % services.length] ?? [];
});

function pointsOf(services: readonly string[], steps: readonly (readonly [string, string])[]): ProcessPoint[] {
  return services.flatMap((service) =>
    steps.map(([failpoint, row]) => ({ name: `${failpoint}@${service}`, row, service, failpoint })),
  );
}
