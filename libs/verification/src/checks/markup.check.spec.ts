import { found } from '../testing/texts.ts';

const SOURCE = 'We bound the error by $O(n^2)$ in all cases (see the proof).';

describe('markup', () => {
  it('lets notation change', () => {
    expect(found('latex', '我们在所有情况下将误差界定为O(n^2)（见证明）。', SOURCE)).toEqual([]);
  });
  it('misses a formula', () =>
    expect(found('latex', '我们在所有情况下界定了误差（见证明）。', SOURCE)).toHaveLength(1));
  it('sees a formula that is not closed', () => {
    expect(found('latex', '我们将误差界定为$O(n^2)（见证明）。', SOURCE)).toHaveLength(1);
  });
  it('marks Markdown and brackets without a partner', () => {
    expect(found('markup', '**摘要**：我们将误差界定为$O(n^2)$（见证明）。', SOURCE)).toHaveLength(1);
    expect(found('markup', '我们将误差界定为$O(n^2)$（见证明。', SOURCE)).toHaveLength(1);
  });
});
