import type { Issue, Severity, Verdict } from '@diglot/domain';
import { rescore, withQuality, type Judged } from './rescore.ts';

const issue = (severity: Severity, probability: number) => ({ severity, probability }) as Issue;
const judged = (verdict: Verdict, score: number, issues: Issue[] = []): Judged => ({ verdict, score, issues });
const pair = { source: 'We count birds.', target: '我们数鸟。', genre: 'abstract' } as const;

it('ranks: the better one for both stands above', () => {
  const [low, high] = [0.4, 0.9].map((quality) => withQuality(judged('accept', 80), quality, 's').score);
  expect(low).toBeLessThan(high ?? 0);
});

it.each([
  ['accept', 0.1, [issue('minor', 0.6)], 'flag'],
  ['accept', 0.1, [], 'accept'],
  ['accept', 0.1, [issue('neutral', 0.9)], 'accept'],
  ['accept', 0.9, [issue('minor', 0.6)], 'accept'],
  ['flag', 1, [issue('major', 0.6)], 'flag'],
  ['flag', 0, [issue('major', 0.6)], 'flag'],
  ['retranslate', 1, [issue('critical', 0.9)], 'retranslate'],
] as const)('%s with %d and %j becomes %s', (verdict, quality, issues, expected) => {
  expect(withQuality(judged(verdict, 50, [...issues]), quality, 's').verdict).toBe(expected);
});

it('lifts no text that must be made again', () => {
  expect(withQuality(judged('retranslate', 3), 1, 's').score).toBe(3);
});

it('leaves what the scorer cannot tell', async () => {
  const scorer = { name: 's', version: '1', score: async () => [null] };
  expect(await rescore([{ pair, judgement: judged('accept', 77) }], scorer)).toEqual([judged('accept', 77)]);
});

it.each([[[]], [[0.5, 0.5]], [[1.5]], [[Number.NaN]]])('refuses an answer of %j to one pair', async (answer) => {
  const scorer = { name: 's', version: '1', score: async () => answer };
  await expect(rescore([{ pair, judgement: judged('accept', 77) }], scorer)).rejects.toThrow(/^s /);
});
