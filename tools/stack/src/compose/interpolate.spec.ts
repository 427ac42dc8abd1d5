import { interpolate } from './interpolate.ts';

const variables = { NAME: 'value', EMPTY: '' };

test.each([
  ['nothing to do', 'nothing to do'],
  ['$NAME and ${NAME}', 'value and value'],
  ['costs $$5, $${NAME}', 'costs $5, ${NAME}'],
  ['${NONE}|$NONE', '|'],
  ['${NONE:-default}', 'default'],
  ['${EMPTY:-default}', 'default'],
  ['${EMPTY-default}', ''],
  ['${NONE-default}', 'default'],
  ['${NAME:-default}', 'value'],
  ['${NAME:+other}|${EMPTY:+other}|${EMPTY+other}|${NONE+other}', 'other||other|'],
  ['${NAME:?wanted}', 'value'],
  ['${NONE:-${EMPTY:-${NAME}s}}', 'values'],
  ['127.0.0.1:${PORT:-7373}:7373', '127.0.0.1:7373:7373'],
  ['${NONE:-}', ''],
  ['a } b', 'a } b'],
])('%j becomes %j', (text, expected) => {
  expect(interpolate(text, variables)).toBe(expected);
});

test.each([
  ['${NONE:?say which}', /NONE must be given: say which/],
  ['${EMPTY:?say which}', /EMPTY must be given/],
  ['${NAME', /names no variable/],
  ['${NAME:-default', /names no variable/],
  ['${1}', /names no variable/],
  ['5$', /names no variable/],
])('%j is refused', (text, message) => {
  expect(() => interpolate(text, variables)).toThrow(message);
});
