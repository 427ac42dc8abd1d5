import { checkDefinitions } from './source-definition.ts';

test('what can be watched passes', () => {
  expect(() => checkDefinitions([])).not.toThrow();
  expect(() => checkDefinitions([{ root: 'a' }, { root: 'a' }, { root: 'b', name: '论文 2025' }])).not.toThrow();
});

test.each([
  ['no folder', [{ root: '' }]],
  ['a folder that no system can have', [{ root: 'a\0b' }]],
  ['an empty name', [{ root: 'a', name: ' ' }]],
  ['a name that would divide a key', [{ root: 'a', name: 'x\ny' }]],
  ['a name that the contract refuses', [{ root: 'a', name: 'x'.repeat(201) }]],
  ['half a character', [{ root: 'a', name: '\uD800' }]],
  [
    'one name for two',
    [
      { root: 'a', name: 'x' },
      { root: 'b', name: 'x' },
    ],
  ],
])('%s does not', (_, definitions) => {
  expect(() => checkDefinitions(definitions)).toThrow(expect.objectContaining({ code: 'DIGLOT_CONFIG_INVALID' }));
});

test('everything that is wrong is said at once', () => {
  const wrong = () =>
    checkDefinitions([{ root: '' }, { root: 'a', name: '' }, { root: 'b', name: 'x' }, { root: 'c', name: 'x' }]);
  expect(wrong).toThrow(/needs a folder\n"" cannot be .* name\ntwo sources have the name "x"/);
});
