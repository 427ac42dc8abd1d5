import type { Issue, IssueCode, Verdict } from '@diglot/domain';
import { compare } from './compare.ts';
import { evaluate } from './evaluate.ts';
import type { DamagedPair } from './sets.ts';

function pair(
  type: string,
  half: 0 | 1,
  found: { code: IssueCode; probability: number } | null,
  verdict: Verdict,
): DamagedPair {
  const issue = found && ({ ...found, severity: 'major' } as Issue);
  const verification = { issues: issue ? [issue] : [], verdict, score: issue ? 20 : 100, alignment: [] };
  return { id: 'x', type, half, verification };
}

const damaged = [
  pair('ok', 0, null, 'accept'),
  pair('ok', 1, { code: 'number', probability: 0.9 }, 'flag'),
  pair('num_change', 0, { code: 'number', probability: 0.9 }, 'flag'),
  pair('num_change', 1, null, 'accept'),
];
const row = (type: string) => evaluate(damaged, []).types.find((result) => result.type === type);

describe('evaluate', () => {
  it('counts recall of the codes of a kind and how often they fire on untouched pairs', () => {
    expect(row('num_change')).toMatchObject({ recall: { hits: 1, of: 2 }, fired: { hits: 1, of: 2 } });
  });

  it('sets a threshold on one half and reports the other', () => {
    expect(row('num_change')?.tuned).toMatchObject({
      threshold: 0,
      recall: { hits: 0, of: 1 },
      fired: { hits: 1, of: 1 },
    });
  });

  it('counts untouched pairs that are not accepted', () => {
    expect(evaluate(damaged, []).untouchedNotAccepted).toMatchObject({ hits: 1, of: 2 });
  });
});

describe('compare', () => {
  const report = (pairs: readonly DamagedPair[]) => ({
    engine: '',
    lexicon: '',
    evaluation: evaluate(pairs, []),
    speed: null,
  });

  it('marks what got worse', () => {
    const worse = damaged.filter(({ type }) => type !== 'num_change').concat(pair('num_change', 0, null, 'accept'));
    const names = compare(report(damaged), report(worse)).filter(({ isRegression }) => isRegression);
    expect(names.map(({ name }) => name)).toContain('num_change: recall');
  });

  it('is silent about what stayed', () => expect(compare(report(damaged), report(damaged))).toEqual([]));
});
