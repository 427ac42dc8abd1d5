import { changedPapers } from './changes.ts';

describe('changes', () => {
  it('name the papers whose state has changed, and no others', () => {
    const topics = [
      { topic: 'arxiv.paper.parsed.v1', count: 1, keys: ['2503.00009'] },
      { topic: 'arxiv.paper.state.v1', count: 2, keys: ['2503.00001', 'hep-th/9901001'] },
    ];
    expect(changedPapers({ topics })).toEqual(['2503.00001', 'hep-th/9901001']);
    expect(changedPapers({ topics: [] })).toEqual([]);
  });
});
