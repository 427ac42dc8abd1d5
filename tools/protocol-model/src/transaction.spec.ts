import { entryEvent, placementEvent } from './events.ts';
import { Key } from './keys.ts';
import { Receipt } from './receipt.ts';
import { RELAY_CURSOR } from './tables.ts';
import { Crash, Transaction, type Steps } from './transaction.ts';
import { World } from './world.ts';

const world = (): World => new World(0, 'kafka');
const row = new Key<number>('a row');

/** Runs steps that must not wait. */
function finish<Result>(steps: Steps<Result>): Result {
  const step = steps.next();
  if (step.done !== true) throw new TypeError('it waits');
  return step.value;
}

describe('Transaction', () => {
  it('shows its writes to itself at once and to others when it commits', () => {
    const w = world();
    const [one, other] = [new Transaction(w), new Transaction(w)];
    one.write(row, 1);
    expect([one.read(row), other.read(row)]).toEqual([1, undefined]);
    one.commit();
    expect(other.read(row)).toBe(1);
    other.write(row, undefined);
    expect([other.read(row), w.rows.get(row)]).toEqual([undefined, 1]);
  });

  it('makes another wait for a row that it has locked, until it ends', () => {
    const w = world();
    const [one, other] = [new Transaction(w), new Transaction(w)];
    finish(one.lock(row));
    const waiting = other.lock(row);
    expect([waiting.next().done, waiting.next().done]).toEqual([false, false]);
    one.end();
    expect(waiting.next().done).toBe(true);
    expect(w.locks.get(row)).toBe(other);
  });

  it('makes an insert wait for an uncommitted row, and leaves the row that was committed', () => {
    const w = world();
    const [one, other] = [new Transaction(w), new Transaction(w)];
    expect(finish(one.insert(row, 1))).toBe(true);
    const waiting = other.insert(row, 2);
    expect(waiting.next().done).toBe(false);
    one.commit();
    expect(waiting.next()).toEqual({ done: true, value: false });
    expect(w.rows.get(row)).toBe(1);
  });

  it('fails once its connection is lost', () => {
    const w = world();
    const tx = new Transaction(w);
    w.transactions = new Set();
    expect(() => tx.commit()).toThrow(Crash);
    expect(() => finish(tx.lock(row))).toThrow(Crash);
  });

  it('hides what it has published from a reader below xmin, until every older transaction has ended', () => {
    const w = world();
    const [older, younger] = [new Transaction(w), new Transaction(w)];
    finish(older.lock(row));
    finish(younger.lock(new Key('another row')));
    younger.publish(entryEvent('a.md', 'P', 1, 'x'));
    younger.commit();
    expect(w.readOutbox('entry', RELAY_CURSOR.entry)).toEqual([]);
    older.publish(entryEvent('a.md', 'Q', 1, 'x'));
    older.commit();
    expect(w.outbox.entry.map(({ event }) => event.id.name)).toEqual(['entry Q in a.md r1', 'entry P in a.md r1']);
    expect(w.readOutbox('entry', RELAY_CURSOR.entry).length).toBeGreaterThan(0);
  });

  it('reports an event that is announced or settled twice', () => {
    const w = world();
    const receipt = Receipt.of(placementEvent('a.md', 1, {})).with({ status: 'done' });
    for (const status of ['done', 'dead'] as const) {
      const tx = new Transaction(w);
      finish(tx.lock(row));
      tx.write(receipt.event.id.receipt, receipt.with({ status }));
      tx.publish(entryEvent('a.md', 'P', 1, 'x'));
      tx.commit();
    }
    expect([...w.violations]).toEqual(['I3 one event settled twice', 'I2 one event announced twice']);
  });
});
