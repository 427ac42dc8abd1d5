import { alarmId, type Alarm } from './alarm-clock.port.ts';

const alarm: Alarm = { consumer: 'diglot.parser', eventId: 'e', redrives: 0, attempt: 1, epoch: 2, at: new Date() };

test('an id names consumer, event, redrives, attempt and epoch', () => {
  expect(alarmId(alarm)).toBe('diglot.parser.e.0.1.2');
});

// BullMQ throws at a `:` in an id and at an id of digits alone.
test('an id is one that BullMQ takes', () => {
  expect(alarmId(alarm)).toMatch(/^[^:]*[a-z][^:]*$/);
});
