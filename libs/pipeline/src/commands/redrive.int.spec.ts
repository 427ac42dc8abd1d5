import { DiglotError } from '@diglot/domain';
import { parsed } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';
import { countReceipts } from './count-receipts.statement.ts';
import { redrive } from './redrive.ts';

let shared: BenchDatabase;

beforeAll(async () => {
  shared = await shelfDatabase();
});
afterAll(async () => shared.drop());

const audit = { actor: 'ada', reason: 'the parser is repaired' };
const idOf = (paper: number): string => parsed({ paper, title: 't' }).id;

/** Papers 1 and 2 died of their bytes, 3 of a bug, 4 is done. */
async function benchWithDead(): Promise<StageBench> {
  const bench = new StageBench(shared.database);
  bench.prepare = ({ id }) => {
    if (id === idOf(1) || id === idOf(2)) throw new DiglotError('DIGLOT_DIGEST_ENCODING', 'bad');
    if (id === idOf(3)) throw new DiglotError('DIGLOT_EVENT_SCHEMA', 'bad');
  };
  await bench.deliver([1, 2, 3, 4].map((paper) => bench.record({ paper, title: 't' })));
  return bench;
}

const retrying = async (bench: StageBench): Promise<string[]> =>
  (await bench.receipts()).filter(({ status }) => status === 'retrying').map(({ eventId }) => eventId);

it.each([
  ['a consumer', {}, [1, 2, 3]],
  ['an error code', { errorCode: 'DIGLOT_DIGEST_ENCODING' }, [1, 2]],
  ['some events', { eventIds: [idOf(2), idOf(4)] }, [2]],
  ['some events and an error code', { eventIds: [idOf(2), idOf(3)], errorCode: 'DIGLOT_EVENT_SCHEMA' }, [3]],
  ['nothing that is there', { errorCode: 'DIGLOT_BUG' }, []],
])('a redrive of %s puts back just those, and says how many', async (_, filter, papers) => {
  const bench = await benchWithDead();
  const all = { ...filter, consumer: bench.name };
  expect(await countReceipts(shared.database, 'dead', all)).toBe(papers.length);
  expect(await redrive(shared.database, all, audit)).toBe(papers.length);
  expect((await retrying(bench)).toSorted()).toEqual(papers.map(idOf).toSorted());
  expect(await countReceipts(shared.database, 'dead', all)).toBe(0);
});

it('leaves its audit: who, why, what and how many, also when it touched nothing', async () => {
  const bench = await benchWithDead();
  const filter = { consumer: bench.name, errorCode: 'DIGLOT_DIGEST_ENCODING' };
  await redrive(shared.database, filter, audit);
  await redrive(shared.database, filter, { ...audit, actor: 'bo' });
  const rows = await shared.database.rows(
    `SELECT actor, command, reason, detail, affected FROM pipeline.commands WHERE detail LIKE '%' || $1 || '%' ORDER BY id`,
    [bench.name],
  );
  const row = { ...audit, command: 'redrive', detail: JSON.stringify(filter) };
  expect(rows).toEqual([
    { ...row, affected: 2 },
    { ...row, actor: 'bo', affected: 0 },
  ]);
});

it('of two at once puts every dead letter back once', async () => {
  const bench = await benchWithDead();
  const counts = await Promise.all([1, 2, 3].map(() => redrive(shared.database, { consumer: bench.name }, audit)));
  expect(counts.reduce((sum, count) => sum + count)).toBe(3);
  expect((await bench.receipts()).map(({ redrives }) => redrives)).toEqual([1, 1, 1, 0]);
});
