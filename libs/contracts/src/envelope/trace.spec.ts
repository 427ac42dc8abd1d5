import { encodeEvent, statePaperGone, traced } from '../index.ts';

const event = statePaperGone('2503.00001', 5);
const id = event.id.replaceAll('-', '');
const CAUSE = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00' };

test('an event without a cause begins a trace, the same one each time', () => {
  expect(traced(event).traceparent).toBe(`00-${id}-${id.slice(16)}-01`);
  expect(traced(event)).toEqual(traced(event));
});

test('an event goes on in the trace of its cause, sampled or not', () => {
  expect(traced(event, CAUSE).traceparent).toBe(`00-0af7651916cd43dd8448eb211c80319c-${id.slice(16)}-00`);
});

test.each([null, 'words', '00-0AF7-b7ad6b7169203331-01'])('a cause that says %j begins a trace', (traceparent) => {
  expect(traced(event, { traceparent })).toEqual(traced(event));
});

test('what has its place keeps it, and it travels in a header', () => {
  const placed = { ...event, ...CAUSE };
  expect(traced(placed)).toBe(placed);
  expect(encodeEvent(placed).headers['traceparent']).toBe(CAUSE.traceparent);
});
