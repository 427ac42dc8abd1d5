import { printLink, readLink } from './read-link.ts';

describe('readLink', () => {
  it.each([
    ['[PDF](https://arxiv.org/pdf/2511.01234)', '2511.01234', null, 'https://arxiv.org/pdf/2511.01234'],
    ['[PDF](https://arxiv.org/pdf/2511.01234v2.pdf)', '2511.01234', 2, 'https://arxiv.org/pdf/2511.01234v2.pdf'],
    ['[PDF](<https://arxiv.org/abs/2511.01234>)', '2511.01234', null, 'https://arxiv.org/abs/2511.01234'],
    ['[PDF](https://arxiv.org/abs/2511.01234 "title")', '2511.01234', null, 'https://arxiv.org/abs/2511.01234'],
    [
      '[Code](https://example.org) [PDF](https://arxiv.org/abs/2511.01234)',
      '2511.01234',
      null,
      'https://arxiv.org/abs/2511.01234',
    ],
    ['<https://arxiv.org/abs/2511.01234>', '2511.01234', null, 'https://arxiv.org/abs/2511.01234'],
    ['https://arxiv.org/abs/hep-th/9901001v4', 'hep-th/9901001', 4, 'https://arxiv.org/abs/hep-th/9901001v4'],
    ['arXiv:2511.01234v3', '2511.01234', 3, 'https://arxiv.org/pdf/2511.01234v3'],
    ['arXiv: 2511.01234', '2511.01234', null, 'https://arxiv.org/pdf/2511.01234'],
    ['2511.01234', '2511.01234', null, 'https://arxiv.org/pdf/2511.01234'],
  ])('%s', (value, id, version, link) => {
    expect(readLink(value)).toMatchObject({ reference: { id, version }, link });
  });

  it.each([
    '',
    'PDF',
    '[PDF]()',
    '[PDF](javascript:alert(1)//arxiv.org/pdf/2511.01234)',
    `[PDF](https://arxiv.org/abs/${'1'.repeat(500)})`,
  ])('finds no paper in %j', (value) => {
    expect(readLink(value)).toBeNull();
  });

  it.each([
    ['[PDF](https://arxiv.org/abs/2511.01234)', false],
    ['[PDF](https://arxiv.org/abs/2511.01234)  ', false],
    ['arXiv: 2511.01234', false],
    ['[PDF](https://arxiv.org/abs/2511.01234), published', true],
    ['https://arxiv.org/abs/2511.01234\n\nmore', true],
  ])('%j holds more: %s', (value, hasMore) => {
    expect(readLink(value)?.hasMore).toBe(hasMore);
  });

  it('reads what it prints, and looks at a bounded number of links', () => {
    expect(readLink(printLink('https://arxiv.org/abs/2511.01234v2'))?.link).toBe('https://arxiv.org/abs/2511.01234v2');
    expect(readLink(`${'[x](y)'.repeat(100)}[PDF](https://arxiv.org/abs/2511.01234)`)).toBeNull();
  });
});
