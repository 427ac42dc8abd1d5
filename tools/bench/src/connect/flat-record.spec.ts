import { FLAT_SCHEMA, flatRecord } from './flat-record.ts';

const ROW = { id: '2603.00001', revision: 3, state: '{"title":"\\"π\\""}', newest: '2026-03-01' };

test('a record has the fields of the schema, no more and no fewer', () => {
  const fields = Object.keys(JSON.parse(flatRecord(ROW).value) as object);
  expect(fields).toEqual(FLAT_SCHEMA.fields.map(({ field }) => field));
});

test('the state stays the text it was, and the key is the paper', () => {
  const { key, value } = flatRecord(ROW);
  expect(key).toBe(ROW.id);
  expect(JSON.parse(value)).toMatchObject({ id: ROW.id, revision: 3, state: ROW.state });
});

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2026-03-01', 20_513],
  [null, null],
])('the day %p is %p', (newest, day) => {
  expect(JSON.parse(flatRecord({ ...ROW, newest }).value)).toMatchObject({ newest: day });
});
