import { setTimeout } from 'node:timers/promises';
import { openDatabase, type Database } from '@diglot/platform';
import { TcpFaultProxy } from '@diglot/testing';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';

let shared: BenchDatabase;
let proxy: TcpFaultProxy;
/** As the worker sees it. */
let database: Database;

beforeAll(async () => {
  shared = await shelfDatabase();
  const address = new URL(shared.url);
  proxy = await TcpFaultProxy.start(Number(address.port));
  address.port = String(proxy.port);
  database = await openDatabase({ url: address.href, applicationName: 'test' });
});
afterAll(async () => {
  await database.close();
  await proxy.close();
  await shared.drop();
});

const event = parsed({ paper: 1, title: 't' });

/** A bench whose only event waits for its worker. */
async function benchWithReceipt(): Promise<StageBench> {
  const bench = new StageBench(database);
  await bench.receipt({ paper: 1, title: 't' });
  return bench;
}

it('an outage while a result is written costs no attempt', async () => {
  const bench = await benchWithReceipt();
  bench.handle = async () => {
    await proxy.refuse();
    return [];
  };
  const ringing = bench.clock.ringAll();
  await setTimeout(300);
  await proxy.restore();
  await ringing;
  expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 0, epoch: 1, leased: false });
  bench.handle = async () => [];
  await bench.change('next_at = now()');
  await bench.clock.ringAll();
  expect(await bench.onlyReceipt()).toMatchObject({ status: 'done', attempt: 1 });
  expect(await bench.effects()).toEqual({ [event.id]: 1 });
});

it('a worker that is told to stop leaves it to the lease', async () => {
  const bench = await benchWithReceipt();
  bench.handle = async () => {
    await proxy.refuse();
    bench.worker.stop();
    return [];
  };
  await bench.clock.ringAll().catch(() => {});
  await proxy.restore();
  expect(await bench.onlyReceipt()).toMatchObject({ status: 'retrying', attempt: 1, leased: true });
});
