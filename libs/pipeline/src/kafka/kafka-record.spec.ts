import fc from 'fast-check';
import { UNTOUCHED_HEADER, toMessage, toRecord, type ReceivedMessage } from './kafka-record.ts';

const NOT_UTF8 = Buffer.from([0xff, 0xfe, 0x41]);
const message: ReceivedMessage = {
  key: Buffer.from('2503.01715'),
  value: Buffer.from([0, 1, 0xff]),
  headers: { ce_id: Buffer.from('id'), traceparent: Buffer.from('界') },
  timestamp: '1700000000000',
  offset: '41',
};

test('keys and headers are text, the value stays bytes', () => {
  expect(toRecord('t', 3, message)).toEqual({
    topic: 't',
    partition: 3,
    offset: '41',
    key: '2503.01715',
    headers: { ce_id: 'id', traceparent: '界' },
    value: message.value,
    timestamp: 1_700_000_000_000,
  });
});

test('a tombstone, and no headers at all', () => {
  const record = toRecord('t', 0, { key: message.key, value: null, timestamp: '0', offset: '0' });
  expect(record).toMatchObject({ value: null, headers: {} });
  expect(toMessage(record)).toEqual({ key: message.key, value: null, headers: {} });
});

test.each<[string, Partial<ReceivedMessage>, Partial<ReturnType<typeof toRecord>>]>([
  ['a key that is no text', { key: NOT_UTF8 }, { key: '\uFFFD\uFFFDA' }],
  ['a key with U+0000', { key: Buffer.from('a\u0000b') }, { key: 'a\u0000b' }],
  ['a key that begins with a byte order mark', { key: Buffer.from('\uFEFFa') }, { key: '\uFEFFa' }],
  ['no key', { key: null }, { key: '' }],
  ['an empty key', { key: Buffer.alloc(0) }, { key: '' }],
  ['a header that is no text', { headers: { x: NOT_UTF8 } }, {}],
  ['a header that stands twice', { headers: { x: [Buffer.from('1'), NOT_UTF8], y: Buffer.from('2') } }, {}],
  ['a header that bears our name', { headers: { [UNTOUCHED_HEADER]: Buffer.from('{"key":null}') } }, {}],
])('%s is legible, and goes out as it came', (_, change, expected) => {
  const odd = { ...message, ...change };
  const record = toRecord('t', 0, odd);
  expect(record).toMatchObject(expected);
  const sent = toMessage(record);
  expect({ key: sent.key, value: sent.value }).toEqual({ key: odd.key, value: odd.value });
  expect(bytes(sent.headers)).toEqual(bytes(odd.headers));
});

test('any bytes go out as they came', () => {
  const some = fc.uint8Array({ maxLength: 8 }).map((array) => Buffer.from(array));
  const headers = fc.dictionary(
    fc.oneof(fc.string(), fc.constantFrom('__proto__', UNTOUCHED_HEADER)),
    fc.oneof(some, fc.array(some, { minLength: 1, maxLength: 3 })),
  );
  fc.assert(
    fc.property(fc.option(some), fc.option(some), headers, (key, value, given) => {
      const sent = toMessage(toRecord('t', 0, { ...message, key, value, headers: given }));
      expect(sent.key).toEqual(key);
      expect(sent.value).toEqual(value);
      expect(bytes(sent.headers)).toEqual(bytes(given));
    }),
  );
});

/** One value and a list of one are the same on the wire. */
function bytes(headers: object | undefined): [string, string[]][] {
  return Object.entries(headers ?? {})
    .map(([name, value]): [string, string[]] => [name, [value].flat().map((each: Buffer) => each.toString('hex'))])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
