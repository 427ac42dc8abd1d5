import { createRequire } from 'node:module';
import { silentLogger } from '@diglot/platform';
import { createClient } from './create-client.ts';
import { patchIdleQueue, requestQueueClass } from './idle-queue.patch.ts';

/** A queue as one connection has it. */
interface Queue {
  readonly pending: unknown[];
  readonly throttleCheckTimeoutId: unknown;
  scheduleCheckPendingRequests(): void;
  destroy(): void;
}

const makeQueue = (): Queue => {
  const RequestQueue = requestQueueClass() as unknown as new (options: object) => Queue;
  const logger = { namespace: () => logger, debug: () => {} };
  return new RequestQueue({ maxInFlightRequests: null, requestTimeout: 1, clientId: 'test', broker: 'b:1', logger });
};

test('the patch is for this version: look at its queue again before another one', () => {
  const { version } = createRequire(import.meta.url)('kafkajs/package.json') as { readonly version: string };
  expect(version).toBe('2.2.4');
});

test('whoever makes a client gets the patch: an empty queue sets no timer, one with requests does', () => {
  createClient({ brokers: ['127.0.0.1:1'], ssl: false, sasl: null, clientId: 'test', logger: silentLogger });
  const queue = makeQueue();
  queue.scheduleCheckPendingRequests();
  expect(queue.throttleCheckTimeoutId).toBeFalsy();
  queue.pending.push({});
  queue.scheduleCheckPendingRequests();
  expect(queue.throttleCheckTimeoutId).toBeTruthy();
  queue.destroy();
});

test('it is applied once', () => {
  patchIdleQueue();
  const { scheduleCheckPendingRequests: before } = requestQueueClass().prototype;
  patchIdleQueue();
  expect(requestQueueClass().prototype.scheduleCheckPendingRequests).toBe(before);
});
