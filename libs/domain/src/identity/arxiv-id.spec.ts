import fc from 'fast-check';
import { arxivLink, parseArxivReference } from './arxiv-id.ts';

describe('parseArxivReference', () => {
  it.each([
    ['2503.01715', '2503.01715', null],
    ['2503.01715v3', '2503.01715', 3],
    ['arXiv:2503.01715', '2503.01715', null],
    ['arXiv: 0704.0001v1', '0704.0001', 1],
    ['https://arxiv.org/pdf/2503.01715', '2503.01715', null],
    ['https://arxiv.org/pdf/2503.01715v2.pdf', '2503.01715', 2],
    ['http://export.arxiv.org/abs/hep-th/9901001v4', 'hep-th/9901001', 4],
    ['https://arxiv.org/html/2503.01715v1#S2', '2503.01715', 1],
    ['math.GT/0309136', 'math/0309136', null],
    ['cond-mat/9901001', 'cond-mat/9901001', null],
    ['1412.9999', '1412.9999', null],
    ['arxiv.org/abs/2503.01715', '2503.01715', null],
    ['http://xxx.lanl.gov/abs/hep-th/9901001', 'hep-th/9901001', null],
    ['https://ar5iv.labs.arxiv.org/html/2503.01715', '2503.01715', null],
    ['https://ar5iv.org/abs/2503.01715', '2503.01715', null],
    ['https://www.alphaxiv.org/overview/2503.01715v2', '2503.01715', 2],
    ['https://huggingface.co/papers/2503.01715', '2503.01715', null],
    ['https://doi.org/10.48550/arXiv.2503.01715', '2503.01715', null],
    ['doi:10.48550/arXiv.hep-th/9901001', 'hep-th/9901001', null],
  ])('reads %s', (text, id, version) => {
    expect(parseArxivReference(text)).toEqual({ id, version });
  });

  it.each([
    '',
    'arXiv',
    '2513.01715', // no thirteenth month
    '1501.0001', // five digits since 2015
    '1412.00001', // four digits until 2014
    '0703.0001', // the new style begins in April 2007
    '2503.01715v0',
    '2503.017155',
    'hep-th/99010011',
    'https://example.org/pdf/2503.01715',
    'https://arxiv.org.example.org/pdf/2503.01715',
    'https://arxiv.org@example.org/pdf/2503.01715',
    'https://example.org/arxiv.org/abs/2503.01715',
    'https://doi.org/10.1000/2503.01715',
    'javascript:arxiv.org/abs/2503.01715',
    '2503.01715 and more',
  ])('refuses %j', (text) => {
    expect(parseArxivReference(text)).toBeNull();
  });

  it('reads its own canonical spelling back, with any version, prefix and ending', () => {
    const number = fc
      .record({
        year: fc.integer({ min: 15, max: 99 }),
        month: fc.integer({ min: 1, max: 12 }),
        n: fc.integer({ min: 0, max: 99_999 }),
      })
      .map(({ year, month, n }) => `${year}${String(month).padStart(2, '0')}.${String(n).padStart(5, '0')}`);
    const prefix = fc.constantFrom('', 'arXiv:', 'https://arxiv.org/abs/', 'https://www.arxiv.org/pdf/');
    fc.assert(
      fc.property(number, prefix, fc.option(fc.integer({ min: 1, max: 99 })), (id, before, version) => {
        const text = `${before}${id}${version === null ? '' : `v${version}`}`;
        expect(parseArxivReference(text)).toEqual({ id, version });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseArxivReference(text)));
  });
});

test('arxivLink names the abstract page', () => {
  const reference = parseArxivReference('2503.01715v2');
  expect(reference && arxivLink(reference.id)).toBe('https://arxiv.org/abs/2503.01715');
});
