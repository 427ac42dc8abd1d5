import { AllowedMethods } from './allowed-methods.ts';

describe('AllowedMethods', () => {
  const methods = new AllowedMethods();
  methods.add(['GET', 'HEAD'], '/api/papers/*');
  methods.add('POST', '/api/papers/upload');
  methods.add('GET', '/api/digests/:sha256.md');
  methods.add('POST', '/api/review');
  methods.add('POST', '/api/review');
  methods.add('OPTIONS', '*');

  it.each([
    ['/api/review', ['POST']],
    ['/api/review?reason=a', ['POST']],
    ['/api/papers/hep-th/9901001', ['GET', 'HEAD']],
    ['/api/papers/upload', ['GET', 'HEAD', 'POST']],
    ['/api/digests/0a.md', ['GET']],
    ['/api/digests/0a', []],
    ['/api/reviews', []],
    ['/api/review/', []],
    ['/nothing', []],
    ['/%ff', []],
  ])('knows those of %s', (url, expected) => {
    expect(methods.of(url)).toEqual(expected);
  });
});
