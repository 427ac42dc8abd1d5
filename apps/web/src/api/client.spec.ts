import { addressOf, isThrottled, pauseAfter, toError } from './client.ts';

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

  it('says how long it wants to be left alone, where it does', () => {
    const error = toError(429, { error: { code: 'DIGLOT_TOO_MANY_READS' } }, '7');
    expect([isThrottled(error), pauseAfter(error, 2_000), pauseAfter(error, 9_000)]).toEqual([true, 7_000, 9_000]);
    for (const header of [null, '', 'Wed, 21 Oct 2026 07:28:00 GMT', '-1']) {
      expect(pauseAfter(toError(503, null, header), 2_000)).toBe(2_000);
    }
    expect([isThrottled(new Error('none')), pauseAfter(new Error('none'), 2_000)]).toEqual([false, 2_000]);
  });

  it.each([null, 'text', [], { error: 7 }])('is told by its status where the body says nothing: %j', (body) => {
    expect(toError(502, body)).toMatchObject({ status: 502, code: null, message: 'HTTP 502' });
  });
});
