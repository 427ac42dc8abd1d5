import { conflictEventId, deadLetterEventId, recordEventId } from '@diglot/contracts';
import { DiglotError, sha256 } from '@diglot/domain';
import { parsed, paperId } from '../testing/shelf.events.ts';
import { shelfDatabase, StageBench, type BenchDatabase } from '../testing/stage-bench.ts';

let shared: BenchDatabase;

beforeAll(async () => {
  shared = await shelfDatabase();
});
afterAll(async () => shared.drop());

const idOf = (paper: number): string => parsed({ paper, title: 't' }).id;
const entries = (bench: StageBench, papers: readonly number[]) =>
  papers.map((paper) => bench.record({ paper, title: 't' }));

describe('an event', () => {
  const SCHEMA = { ...parsed({ paper: 1, title: 't' }).data, retracted: 'maybe' };

  it.each([
    ['bytes that are no text', 'DIGLOT_EVENT_UNDECODABLE', { value: Buffer.from([0xff, 0xfe, 0x00]) }],
    ['text that is no JSON', 'DIGLOT_EVENT_UNDECODABLE', { value: Buffer.from('{"a":') }],
    ['no value', 'DIGLOT_EVENT_SCHEMA', { value: null }],
    ['data that break the schema', 'DIGLOT_EVENT_SCHEMA', { value: Buffer.from(JSON.stringify(SCHEMA)) }],
    ['a foreign key', 'DIGLOT_EVENT_KEY_MISMATCH', { key: 'another' }],
    ['a key with U+0000', 'DIGLOT_EVENT_KEY_MISMATCH', { key: `${paperId(1)}\u0000` }],
    ['a topic that nobody knows', 'DIGLOT_EVENT_UNKNOWN_TYPE', { topic: 'arxiv.other.v1' }],
  ])('with %s is a dead letter at once, bytes and headers untouched', async (_, code, change) => {
    const bench = new StageBench(shared.database);
    bench.handle = async () => {
      throw new Error('it was handled');
    };
    const record = bench.record({ paper: 1, title: 't' }, change);
    await bench.deliver([record]);
    const value = record.value ?? Buffer.alloc(0);
    expect(await bench.onlyReceipt()).toMatchObject({ status: 'dead', attempt: 1, errorCode: code, leased: false });
    const [letter] = await bench.deadLetters();
    expect(letter).toMatchObject({ topic: `${record.topic}.dlq`, payload: value });
    expect(letter?.headers).toMatchObject({ ...record.headers, 'dlq-error-code': code, 'dlq-error-class': 'Invalid' });
    expect(bench.clock.alarms).toEqual([]);
  });

  it('that names no id, or a wrong one, is known by its place and its bytes', async () => {
    for (const headers of [{}, { ce_id: 'no uuid' }, { ce_id: '\u0000', 'x\u0000': '\u0000' }]) {
      const bench = new StageBench(shared.database);
      const record = bench.record({ paper: 1, title: 't' }, { headers });
      await bench.deliver([record]);
      await bench.deliver([record]);
      expect(await bench.onlyReceipt()).toMatchObject({ eventId: recordEventId(record), status: 'dead' });
    }
  });

  it('that bears the id of another with other bytes is kept as a dead letter of its own, once', async () => {
    const bench = new StageBench(shared.database);
    const first = bench.record({ paper: 1, title: 't' });
    const other = { ...first, offset: '77', value: Buffer.from('other bytes') };
    await bench.deliver([first]);
    await bench.deliver([other]);
    await bench.deliver([other, first]);
    const conflict = conflictEventId(idOf(1), sha256('other bytes'));
    const receipts = await bench.receipts();
    expect(receipts.map(({ eventId, status, errorCode }) => ({ eventId, status, errorCode }))).toEqual([
      { eventId: idOf(1), status: 'done', errorCode: null },
      { eventId: conflict, status: 'dead', errorCode: 'DIGLOT_EVENT_CONFLICT' },
    ]);
    expect(receipts[1]?.payload).toEqual(other.value);
    expect(await bench.deadLetters()).toMatchObject([
      { eventId: deadLetterEventId(bench.name, conflict, 0), payload: other.value },
    ]);
    expect(await bench.effects()).toEqual({ [idOf(1)]: 1 });
  });

  it('that stands twice in one batch is taken as it came first', async () => {
    for (const first of [false, true]) {
      const bench = new StageBench(shared.database);
      const taken: unknown[] = [];
      bench.handle = async (events) => {
        taken.push(...events.map(({ data }) => data && 'line' in data && data.line));
        return [];
      };
      const record = bench.record({ paper: 1, title: 't' });
      const changed = { ...parsed({ paper: 1, title: 't' }).data, line: 99 };
      const second = { ...record, offset: '2', value: Buffer.from(JSON.stringify(changed)) };
      await bench.deliver([record, record, second], { first });
      await bench.clock.ringAll();
      expect(taken).toEqual([1]);
      expect((await bench.receipts()).map(({ errorCode }) => errorCode)).toEqual([null, 'DIGLOT_EVENT_CONFLICT']);
      expect(await bench.effects()).toEqual({ [idOf(1)]: 1 });
    }
  });

  it('keeps of a long error what a person reads', async () => {
    const bench = new StageBench(shared.database);
    bench.prepare = () => {
      throw new DiglotError('DIGLOT_DIGEST_ENCODING', `\u0000${'界'.repeat(100_000)}`);
    };
    await bench.deliver(entries(bench, [1]));
    const { errorDetail } = await bench.onlyReceipt();
    expect(errorDetail).toMatch(/^DIGLOT_DIGEST_ENCODING: \uFFFD界+$/);
    expect(errorDetail?.length).toBeLessThanOrEqual(8000);
    const [letter] = await bench.deadLetters();
    expect(Buffer.byteLength(letter?.headers['dlq-error-message'] ?? '')).toBeLessThanOrEqual(1024);
  });
});
