import { createRequire } from 'node:module';

/** What of kafkajs's request queue the patch touches. */
interface RequestQueue {
  readonly pending: readonly unknown[];
  scheduleCheckPendingRequests: ScheduleCheck;
}
type ScheduleCheck = (this: RequestQueue) => void;

/** A module of kafkajs that is not in its interface; its version is fixed exactly, and a test watches the method. */
const QUEUE = 'kafkajs/src/network/requestQueue/index.js';

const patched = new WeakSet<ScheduleCheck>();

/**
 * Ends the spin of kafkajs 2.2.4 (its issue 1751): after each check of a connection's queue it sets a timer for the next
 * one, 1 ms later, also when nothing waits in the queue, for ever. Whatever is put into the queue sets a timer itself, so
 * an empty one needs none. Done here, at run time, because then no way of installing the package can leave it out.
 */
export function patchIdleQueue(): void {
  const { prototype } = requestQueueClass();
  const original = prototype.scheduleCheckPendingRequests;
  if (patched.has(original)) return;
  const guarded: ScheduleCheck = function () {
    if (this.pending.length > 0) original.call(this);
  };
  patched.add(guarded);
  prototype.scheduleCheckPendingRequests = guarded;
}

/** The class that kafkajs makes its queues of. */
export function requestQueueClass(): { readonly prototype: RequestQueue } {
  return createRequire(import.meta.url)(QUEUE) as { readonly prototype: RequestQueue };
}
