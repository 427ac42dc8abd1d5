import type { ReceiptKey } from '../events.ts';
import type { Process, Role } from '../process.ts';
import type { Steps } from '../transaction.ts';
import type { World } from '../world.ts';

/** How long the sweeper leaves alone what it has armed, in steps. */
export const ARMED = 25;

/** Sets again the alarms that were lost. */
export const SWEEPER: Role = { name: 'sweeper', body: sweeper };

function* sweeper(world: World, process: Process): Steps<never> {
  for (;;) {
    const due = dueKeys(world);
    if (due.length === 0) {
      yield true;
      continue;
    }
    const tx = process.begin();
    for (const key of due) {
      yield* tx.lock(key);
      const row = tx.get(key);
      tx.write(key, row.with({ armedUntil: world.now + ARMED, epoch: row.epoch + 1 }));
    }
    yield* process.commit(tx);
    for (const key of due) {
      world.arm(key);
      yield;
    }
  }
}

/** §6 Due rows, neither armed nor leased nor locked. */
function dueKeys(world: World): ReceiptKey[] {
  const due: ReceiptKey[] = [];
  for (const [key, row] of world.unfinished) {
    const isFree = Math.max(row.nextAt, row.armedUntil, row.leaseUntil) <= world.now && !world.locks.has(key);
    if (row.status === 'retrying' && isFree) due.push(key);
  }
  return due;
}
