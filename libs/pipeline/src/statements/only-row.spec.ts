import { onlyRow } from './only-row.ts';

test('a count of nothing is 0, and its row is the answer', () => {
  expect(onlyRow([{ count: 0 }])).toEqual({ count: 0 });
});

test.each([[[]], [[{ count: 1 }, { count: 2 }]]])('%j is no answer, and is not taken for one', (rows) => {
  expect(() => onlyRow(rows)).toThrow(`one row was expected, ${rows.length} came`);
});
