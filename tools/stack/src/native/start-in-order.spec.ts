import { parseComposeFile } from '../compose/compose-file.ts';
import { startInOrder } from './start-in-order.ts';

const services = parseComposeFile(
  `
services:
  late: { image: a, depends_on: { slow: { condition: service_healthy }, quick: { condition: service_started } } }
  slow: { image: a }
  quick: { image: a }
  after-quick: { image: a, depends_on: { quick: { condition: service_started } } }
`,
  'a.yml',
  'app',
  {},
);

/** Starts what is told to, in the order of the telling. */
function starter() {
  const events: string[] = [];
  const gates = new Map(Object.keys(services).map((name) => [name, deferred()]));
  const start = async (name: string): Promise<void> => {
    events.push(`${name} begins`);
    await gates.get(name)!.promise;
    events.push(`${name} is up`);
  };
  return { events, gates, start };
}

const settled = async (): Promise<void> => await new Promise((resolve) => void setImmediate(resolve));

test('each begins once all are up that it needs, and no later', async () => {
  const { events, gates, start } = starter();
  const all = startInOrder(services, start);
  await settled();
  expect(events).toEqual(['slow begins', 'quick begins']);
  gates.get('quick')!.resolve();
  await settled();
  expect(events.slice(2)).toEqual(['quick is up', 'after-quick begins']);
  gates.get('slow')!.resolve();
  await settled();
  expect(events.slice(4)).toEqual(['slow is up', 'late begins']);
  for (const { resolve } of gates.values()) resolve();
  await all;
});

test('after a failure nothing begins that needs it, and what has begun is waited for', async () => {
  const { events, gates, start } = starter();
  const all = startInOrder(services, start).catch((error: Error) => events.push(error.message));
  gates.get('quick')!.reject(new Error('quick fails'));
  await settled();
  expect(events).toEqual(['slow begins', 'quick begins']);
  gates.get('slow')!.resolve();
  await all;
  expect(events.slice(2)).toEqual(['slow is up', 'quick fails']);
});

function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let resolve!: () => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
