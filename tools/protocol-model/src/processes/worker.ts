import type { Alarm } from '../alarms.ts';
import type { Process, Role } from '../process.ts';
import { lockSubjects, MAX_ATTEMPTS, settle } from '../services.ts';
import type { Steps } from '../transaction.ts';
import type { World } from '../world.ts';

/** How long a claim lasts, in steps. */
export const LEASE = 40;

/** Tries again what is due. */
export const WORKER: Role = { name: 'worker', body: worker };

function* worker(world: World, process: Process): Steps<never> {
  for (;;) {
    const alarm = world.alarms.take(process, world.now); // R1
    yield alarm === null;
    if (alarm === null) continue;
    yield* retry(world, process, alarm);
    world.alarms.complete(process);
    yield;
  }
}

/** R2 to R5. The claim counts the attempt: what always kills its process, or overruns its lease, must end as well. */
function* retry(world: World, process: Process, { key, attempt }: Alarm): Steps {
  const claim = process.begin(); // R2
  yield* claim.lock(key);
  const receipt = claim.get(key);
  if (receipt.status !== 'retrying' || receipt.attempt !== attempt || receipt.leaseUntil > world.now) {
    return claim.end(); // a stale alarm
  }
  if (attempt >= MAX_ATTEMPTS) {
    settle(world, claim, key, 'invalid'); // the last attempt never came back
    return yield* process.commit(claim);
  }
  const leaseToken = world.nextNumber();
  const counted = receipt.with({ attempt: attempt + 1 });
  const claimed = world.mutant === 'attempt_counted_at_settle' ? receipt : counted;
  claim.write(key, claimed.with({ leaseToken, leaseUntil: world.now + LEASE }));
  yield* process.commit(claim);

  const result = world.fates.handle(key, counted); // R3 outside calls
  yield;

  const tx = process.begin(); // R4
  yield* tx.lock(key);
  if (tx.get(key).leaseToken !== leaseToken && world.mutant !== 'no_fence_on_settle') {
    return tx.end(); // fencing token: discard everything
  }
  tx.write(key, tx.get(key).with({ attempt: attempt + 1 }));
  yield* lockSubjects(world, tx, [key]);
  settle(world, tx, key, result);
  yield* process.commit(tx);
  world.arm(key); // R5 best effort
}
