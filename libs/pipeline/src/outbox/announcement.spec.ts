import { MAX_EVENT_BYTES } from '@diglot/contracts';
import { parsed } from '../testing/shelf.events.ts';
import { announce } from './announcement.ts';

test('a fact goes on in the trace of the event that led to it', () => {
  const [first, second] = [parsed({ paper: 1, title: 'a' }), parsed({ paper: 2, title: 'b' })];
  const { traceparent } = announce(first).headers;
  const trace = traceparent?.split('-')[1];
  expect(announce(second, { ...first, traceparent: traceparent ?? null }).headers['traceparent']).toContain(trace);
  expect(announce(second).headers['traceparent']).not.toContain(trace);
});

test('a fact that no topic would take is refused', () => {
  const large = parsed({ paper: 1, title: 'x'.repeat(MAX_EVENT_BYTES) });
  expect(() => announce(large)).toThrow(/^DIGLOT_EVENT_TOO_LARGE: paper\.parsed of .* has \d+ bytes$/s);
});
