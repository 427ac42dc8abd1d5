import { bestForm, type PageFile } from './page-files.ts';

const FILE: PageFile = {
  type: 'text/javascript',
  etag: '"x"',
  isImmutable: true,
  body: Buffer.from('plain'),
  encoded: new Map([
    ['br', Buffer.from('b')],
    ['gzip', Buffer.from('g')],
  ]),
};

describe('the form in which a file is sent', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.000', null],
    ['zstd', null],
    ['', null],
    [undefined, null],
  ])('is the best that is accepted: %s', (accepted, encoding) => {
    expect(bestForm(FILE, accepted).encoding).toBe(encoding);
  });

  it('is the plain one of a file that was not compressed', () => {
    expect(bestForm({ ...FILE, encoded: new Map() }, 'br').body.toString()).toBe('plain');
  });
});
