import { Alarms } from './alarms.ts';
import { sameEvent, type Event } from './events.ts';
import { Process } from './process.ts';
import { ARMED } from './processes/sweeper.ts';
import { LEASE } from './processes/worker.ts';
import { BACKOFF, MAX_ATTEMPTS } from './services.ts';
import { Transaction } from './transaction.ts';
import type { World } from './world.ts';

/** What may strike, with its weight when it is on (it is off, as here, or threefold); `none` lets a process go on. */
const FAULTS = {
  kill: 4,
  zombie: 3,
  pause: 2,
  wipe: 1,
  disconnect: 1,
  duplicate: 2,
  compact: 1,
  redrive: 2,
} as const;

type Fault = keyof typeof FAULTS;

const FAULT_NAMES = Object.keys(FAULTS) as Fault[];
const NO_FAULT = 80;
const MULTIPLIERS = [0, 1, 3];

/** How often a fault strikes the run's victim rather than any process. */
const STRIKES_VICTIM = 0.6;

/** How often a process that found something to do goes on. */
const GOES_ON = 0.85;

/** Longer than any timer. */
const REST = MAX_ATTEMPTS * BACKOFF + LEASE + ARMED;

/** Mostly one process goes on for a few steps; now and then a fault strikes, often in one role. */
export function disturb(world: World): void {
  const { random } = world;
  const faults = drawFaults(world);
  const victim = random.pick(world.processes).role;
  for (const fault of faults(random.between(100, 400))) {
    let process = pickProcess(world);
    if (fault === 'none') {
      advance(world, process);
      continue;
    }
    if (random.chance(STRIKES_VICTIM)) {
      process = world.processes.find((each) => each.role === victim && !each.isIdle) ?? process;
    }
    world.trace?.(`--- ${fault} (${process.name})`);
    strike(world, fault, process);
  }
}

/**
 * No more faults, everything restarts once, time passes until nothing happens for longer than any timer.
 *
 * @returns whether it came to rest
 */
export function drain(world: World): boolean {
  world.chaos = false;
  world.trace?.('--- no more faults');
  if (world.random.chance(0.5)) world.alarms = new Alarms(); // I8
  for (const process of world.processes) {
    process.restart();
    process.asleepUntil = 0;
  }
  world.processes = world.processes.filter((process) => !process.isZombie);
  let quiet = 0;
  for (let round = 0; round < 500; round++) {
    world.now += 5;
    let isQuiet = true;
    for (const process of world.processes) if (!process.step()) isQuiet = false;
    quiet = isQuiet ? quiet + 5 : 0;
    if (quiet > REST) return true;
  }
  return false;
}

/** Weighs the faults for this run; the result draws so many of them. */
function drawFaults({ random }: World): (count: number) => (Fault | 'none')[] {
  const weighed: { readonly fault: Fault | 'none'; readonly upTo: number }[] = [{ fault: 'none', upTo: NO_FAULT }];
  let total = NO_FAULT;
  for (const fault of FAULT_NAMES) {
    total += FAULTS[fault] * random.pick(MULTIPLIERS);
    weighed.push({ fault, upTo: total });
  }
  const draw = (): Fault | 'none' => {
    const drawn = random.fraction() * total;
    for (const { fault, upTo } of weighed) if (drawn < upTo) return fault;
    return 'none';
  };
  return (count) => {
    const drawn: (Fault | 'none')[] = [];
    while (drawn.length < count) drawn.push(draw());
    return drawn;
  };
}

/** Any process, rather one that has something to do. */
function pickProcess({ random, processes }: World): Process {
  const first = random.pick(processes);
  const second = random.pick(processes);
  return first.isIdle && !second.isIdle ? second : first;
}

function advance(world: World, process: Process): void {
  world.now += 1;
  while (!process.step() && world.random.chance(GOES_ON)) world.now += 1;
}

function strike(world: World, fault: Fault, process: Process): void {
  switch (fault) {
    case 'kill': // SIGKILL
      process.restart();
      if (process.isZombie) world.processes.splice(world.processes.indexOf(process), 1);
      return;
    case 'zombie':
      return doublet(world, process);
    case 'pause':
      process.asleepUntil = world.now + world.random.between(20, 150);
      return;
    case 'wipe': // Redis
      world.alarms = new Alarms();
      return;
    case 'disconnect':
      return disconnect(world);
    case 'duplicate':
      return duplicate(world);
    case 'compact':
      return compact(world);
    case 'redrive':
      return redrive(world);
  }
}

/** A process is taken for dead, and goes on later beside its successor. */
function doublet(world: World, process: Process): void {
  if (process.isZombie) return;
  process.isZombie = true;
  process.asleepUntil = world.now + world.random.between(0, 200);
  world.disown(process);
  world.processes.push(new Process(world, process.role));
}

/** Postgres drops all connections. */
function disconnect(world: World): void {
  world.transactions = new Set();
  world.locks = new Map();
  world.leaders = new Map();
}

/** An old record comes again; not on the state topic, which is fenced. */
function duplicate(world: World): void {
  const log = world.log[world.random.pick(['placement', 'entry'] as const)];
  if (log.length > 0) log.push(log[world.random.below(log.length)] ?? null);
}

/** The last record of a key on the state topic stays. */
function compact({ log }: World): void {
  const last = new Map<string, Event>();
  for (const event of log.state) if (event) last.set(event.id.subject, event);
  const isLast = (event: Event): boolean => sameEvent(last.get(event.id.subject) ?? event, event);
  log.state.forEach((event, at) => {
    if (event && !isLast(event)) log.state[at] = null;
  });
}

/** §6 One statement: all that is dead. */
function redrive(world: World): void {
  const tx = new Transaction(world);
  for (const [key, row] of world.unfinished) {
    if (row.status !== 'dead' || world.locks.has(key)) continue;
    tx.write(key, row.with({ status: 'retrying', attempt: 0, redrives: row.redrives + 1, nextAt: world.now }));
  }
  tx.commit();
}
