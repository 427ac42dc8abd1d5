import { addressOf, toError } from './client.ts';

describe('the address of a route', () => {
  it('holds what is given, encoded, and nothing else', () => {
    expect(addressOf('/api/papers', { q: 'a&b=c 中', verdict: undefined, limit: 5 })).toBe(
      '/api/papers?q=a%26b%3Dc+%E4%B8%AD&limit=5',
    );
    expect(addressOf('/api/status')).toBe('/api/status');
  });
});

describe('an error of the api', () => {
  it('is read from the body of our own and from problem details', () => {
    const ours = { error: { code: 'DIGLOT_NOT_FOUND', message: 'm', detail: 'no such paper', remedy: 'look' } };
    expect(toError(404, ours)).toMatchObject({
      status: 404,
      code: 'DIGLOT_NOT_FOUND',
      message: 'no such paper',
      explanation: { meaning: 'm', remedy: 'look' },
    });
    expect(toError(404, { code: 'DIGLOT_NOT_FOUND', detail: 'no such paper' })).toMatchObject({
      code: 'DIGLOT_NOT_FOUND',
      message: 'no such paper',
    });
  });

  it.each([null, 'text', [], { error: 7 }])('is told by its status where the body says nothing: %j', (body) => {
    expect(toError(502, body)).toMatchObject({ status: 502, code: null, message: 'HTTP 502' });
  });
});
