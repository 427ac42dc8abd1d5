import { pairsOf } from './digest-pairs.ts';

const block = (id: string, extra = '') =>
  `# A Title \n\n**Title (ZH)**: 标题 \n\n**Authors**: A, B  \n\n**Link**: [PDF](https://arxiv.org/pdf/${id})  \n\n` +
  `**Abstract**: First line.\nSecond line. \n\n**Abstract (ZH)**: 第一行。${extra}第二行。 \n\n---\n`;

describe('pairsOf', () => {
  it('reads titles and abstracts over several lines', () => {
    expect(pairsOf(block('2501.00001'))).toEqual([
      { arxivId: '2501.00001', genre: 'title', source: 'A Title', target: '标题' },
      { arxivId: '2501.00001', genre: 'abstract', source: 'First line.\nSecond line.', target: '第一行。第二行。' },
    ]);
  });

  it('does not end a block at a line inside a text', () => {
    const pairs = pairsOf(block('2501.00001', '\n---\n') + block('2501.00002'));
    expect(pairs.map(({ arxivId }) => arxivId)).toEqual(['2501.00001', '2501.00001', '2501.00002', '2501.00002']);
  });

  it('skips a block without Chinese', () => {
    expect(
      pairsOf('# A\n\n**Authors**: B\n\n**Link**: [PDF](https://arxiv.org/pdf/2501.00001)\n\n**Abstract**: C\n\n---\n'),
    ).toEqual([]);
  });
});
