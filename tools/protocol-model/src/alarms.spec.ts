import { Alarms, type Alarm } from './alarms.ts';
import { placementId } from './events.ts';

const alarm = (due: number, attempt = 0): Alarm => ({ key: placementId('a.md', 1).receipt, attempt, due });

describe('Alarms', () => {
  it('gives out what is due, the longest waiting first', () => {
    const alarms = new Alarms();
    alarms.add('late', alarm(9));
    alarms.add('first', alarm(2, 1));
    alarms.add('second', alarm(1, 2));
    expect(alarms.take({}, 2)?.attempt).toBe(1);
    expect(alarms.take({}, 2)?.attempt).toBe(2);
    expect(alarms.take({}, 2)).toBeNull();
  });

  it('ignores an id that waits or is at work, and takes it again once it is complete', () => {
    const alarms = new Alarms();
    const worker = {};
    alarms.add('job', alarm(0, 1));
    alarms.add('job', alarm(0, 2));
    expect(alarms.take(worker, 0)?.attempt).toBe(1);
    alarms.add('job', alarm(0, 3));
    expect(alarms.take({}, 0)).toBeNull();
    alarms.complete(worker);
    alarms.add('job', alarm(0, 4));
    expect(alarms.take({}, 0)?.attempt).toBe(4);
  });

  it('gives a stalled job out once more, then keeps it as failed and ignores its id for ever', () => {
    const alarms = new Alarms();
    const worker = {};
    alarms.add('job', alarm(0));
    for (const expected of [true, true, false]) {
      expect(alarms.take(worker, 0) !== null).toBe(expected);
      alarms.stall(worker);
    }
    alarms.add('job', alarm(0));
    expect(alarms.take(worker, 0)).toBeNull();
  });
});
