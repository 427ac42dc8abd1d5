import { randomUUID } from 'node:crypto';
import { silentLogger } from '@diglot/platform';
import { waitFor } from '@diglot/testing';
import { alarmId, type Alarm, type AlarmClock } from '../alarms/alarm-clock.port.ts';
import { setBestEffort } from '../alarms/set-best-effort.ts';
import { deferred } from './deferred.ts';

/** A clock that has not started, with what a test of it needs; one for each test. */
export interface AlarmClockFixture {
  readonly clock: AlarmClock;
  /** Its server cannot be reached from now on. */
  beginOutage(): Promise<void>;
  endOutage(): Promise<void>;
  /** Its server takes everything and answers nothing from now on. */
  beginHang(): Promise<void>;
  endHang(): Promise<void>;
  /** Ends the clock too. */
  close(): Promise<void>;
}

/** What every {@link AlarmClock} must do. */
export function alarmClockContract(name: string, create: () => Promise<AlarmClockFixture>): void {
  describe(`${name}: what every alarm clock does`, () => {
    let fixture: AlarmClockFixture;
    let rung: Alarm[];
    /** When each of them rang, in milliseconds. */
    let times: number[];

    beforeEach(async () => {
      rung = [];
      times = [];
      fixture = await create();
    });
    afterEach(async () => fixture.close());

    const start = async (ring: (alarm: Alarm) => Promise<void> = async () => {}): Promise<void> =>
      fixture.clock.start(async (alarm) => {
        rung.push(alarm);
        times.push(Date.now());
        await ring(alarm);
      });
    const alarm = (change: Partial<Alarm> = {}): Alarm => ({
      consumer: 'test.consumer',
      eventId: randomUUID(),
      redrives: 0,
      attempt: 0,
      epoch: 0,
      at: new Date(),
      ...change,
    });
    const inMilliseconds = (milliseconds: number): Date => new Date(Date.now() + milliseconds);
    const rungIds = (): string[] => rung.map(alarmId);

    it('rings with all that was set', async () => {
      await start();
      const set = alarm({ redrives: 1, attempt: 2, epoch: 3, abandoned: true });
      await fixture.clock.set([set]);
      await waitFor(() => rung.length === 1);
      expect(rung).toEqual([set]);
    });

    it('rings when it is time, not before: of the past at once, of later not yet', async () => {
      await start();
      const [past, later] = [alarm({ at: inMilliseconds(-1000) }), alarm({ at: inMilliseconds(3_600_000) })];
      await fixture.clock.set([later, past]);
      await waitFor(() => rung.length === 1);
      const soon = [alarm({ at: inMilliseconds(1000) }), alarm({ at: inMilliseconds(500) })];
      await fixture.clock.set(soon);
      await waitFor(() => rung.length === 3);
      expect(rungIds()[0]).toBe(alarmId(past));
      expect(rungIds().toSorted()).toEqual([past, ...soon].map(alarmId).toSorted());
      // Clocks of two machines differ by more than this.
      const early = rung.filter(({ at }, index) => (times[index] ?? 0) < at.getTime() - 100);
      expect(early).toEqual([]);
    });

    it('rings once for what is set twice', async () => {
      const twice = alarm({ at: inMilliseconds(200) });
      const other = alarm({ at: inMilliseconds(200) });
      await fixture.clock.set([twice, twice]);
      await fixture.clock.set([{ ...twice, at: inMilliseconds(400) }, other]);
      await start();
      await waitFor(() => rung.length >= 2);
      // Whatever else was set has had its time when this one rings.
      const last = alarm({ at: inMilliseconds(500) });
      await fixture.clock.set([last]);
      await waitFor(() => rungIds().includes(alarmId(last)));
      expect(rungIds().toSorted()).toEqual([twice, other, last].map(alarmId).toSorted());
    });

    it('rings for the next attempt, the next epoch and the next redrive of the same event', async () => {
      await start();
      const first = alarm();
      for (const next of [first, { ...first, attempt: 1 }, { ...first, epoch: 1 }, { ...first, redrives: 1 }]) {
        await fixture.clock.set([next]);
        await waitFor(() => rungIds().includes(alarmId(next)));
      }
      expect(rung).toHaveLength(4);
    });

    it('rings for a next attempt that is set while the first one rings', async () => {
      const first = alarm();
      await start(async ({ attempt }) => {
        if (attempt === 0) await fixture.clock.set([{ ...first, attempt: 1 }]);
      });
      await fixture.clock.set([first]);
      await waitFor(() => rung.length === 2);
      expect(rung.map(({ attempt }) => attempt)).toEqual([0, 1]);
    });

    it('forgets an alarm whose ringing failed, and rings for others', async () => {
      const [failing, other] = [alarm(), alarm()];
      await start(async ({ eventId }) => {
        if (eventId === failing.eventId) throw new Error('it failed');
      });
      await fixture.clock.set([failing]);
      await waitFor(() => rung.length === 1);
      await fixture.clock.set([other]);
      await waitFor(() => rung.length === 2);
      await fixture.clock.set([{ ...failing, epoch: 1 }]);
      await waitFor(() => rung.length === 3);
      expect(rung.map(({ eventId }) => eventId)).toEqual([failing, other, failing].map(({ eventId }) => eventId));
    });

    it('forgets everything when it is cleared, and takes the same alarms anew', async () => {
      const [now, later] = [alarm(), alarm({ at: inMilliseconds(500) })];
      await fixture.clock.set([now, later]);
      await fixture.clock.clear();
      await start();
      const sign = alarm({ at: inMilliseconds(1000) });
      await fixture.clock.set([sign]);
      await waitFor(() => rung.length > 0);
      expect(rungIds()).toEqual([alarmId(sign)]);
      await fixture.clock.set([now]);
      await waitFor(() => rung.length === 2);
    });

    it('waits for those that ring when it stops, rings no more, and goes on when it starts again', async () => {
      const ringing = deferred();
      const release = deferred();
      let ended = false;
      await start(async () => {
        ringing.resolve();
        await release.promise;
        ended = true;
      });
      await fixture.clock.set([alarm()]);
      await ringing.promise;
      const stopped = fixture.clock.stop();
      release.resolve();
      await stopped;
      expect(ended).toBe(true);
      const next = alarm();
      await fixture.clock.set([next]);
      expect(rung).toHaveLength(1);
      await start();
      await waitFor(() => rungIds().includes(alarmId(next)));
    });

    it('holds nobody up while its server is away, and rings again by itself when it is back', async () => {
      await start();
      await fixture.clock.set([alarm()]);
      await waitFor(() => rung.length === 1);
      const later = alarm({ at: inMilliseconds(2000) });
      await fixture.clock.set([later]);
      await fixture.beginOutage();
      const lost = alarm();
      await setBestEffort(fixture.clock, [lost], silentLogger);
      await fixture.endOutage();
      const next = alarm();
      await waitFor(async () => {
        await fixture.clock.set([next]);
        return true;
      });
      await waitFor(() => rungIds().includes(alarmId(next)) && rungIds().includes(alarmId(later)));
    });

    it('holds nobody up while its server hangs, and rings again by itself when it answers', async () => {
      await start();
      await fixture.clock.set([alarm()]);
      await waitFor(() => rung.length === 1);
      await fixture.beginHang();
      await setBestEffort(fixture.clock, [alarm()], silentLogger);
      await fixture.endHang();
      const next = alarm();
      await waitFor(async () => {
        await fixture.clock.set([next]);
        return true;
      });
      await waitFor(() => rungIds().includes(alarmId(next)));
    });
  });
}
