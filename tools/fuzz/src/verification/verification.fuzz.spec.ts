import { fuzzPairs } from './verification.fuzz.ts';

/** `npm run fuzz -- verification` does the same at length, and measures that the time is linear. */
it('odd pairs get a verdict, spans inside of their texts, and the same twice', () => {
  const { runs: _runs, ...verdicts } = fuzzPairs({ runs: 400, seed: 20_251_125, say: () => {} });
  // A run in which all are refused would show little.
  expect(Object.values(verdicts).every((count) => count > 0)).toBe(true);
});
