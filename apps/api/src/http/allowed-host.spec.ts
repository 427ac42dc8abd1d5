import fc from 'fast-check';
import { isAllowedHost } from './allowed-host.ts';

describe('isAllowedHost', () => {
  it.each([
    undefined,
    '',
    ' ',
    ':80',
    'localhost:',
    'localhost:999999',
    'localhost:80:80',
    '[::1',
    '::1',
    'local host',
  ])('does not take %j', (header) => {
    expect(isAllowedHost(header, [])).toBe(false);
  });

  it('takes the names that were allowed, in any case, with any port, and no others', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 65_535 }), (allowed, other, port) => {
        fc.pre(other !== allowed && other !== 'localhost');
        expect(isAllowedHost(`${allowed.toUpperCase()}:${port}`, [allowed])).toBe(true);
        expect(isAllowedHost(allowed, [allowed.toUpperCase()])).toBe(true);
        expect(isAllowedHost(`${other}:${port}`, [allowed])).toBe(false);
      }),
    );
  });
});
