import fc from 'fast-check';
import { Places } from './places.ts';

describe('Places', () => {
  it('says what is full: that of one who has many before that of all', () => {
    const places = new Places({ ofOne: 2, ofAll: 3 });
    const back = places.take('a');
    places.take('a');
    expect(places.take('a')).toBe('ofOne');
    places.take('b');
    expect([places.take('a'), places.take('b')]).toEqual(['ofOne', 'ofAll']);
    if (typeof back === 'function') back();
    expect(typeof places.take('b')).toBe('function');
  });

  it('holds no more than its limits, whoever comes and goes, and forgets who has left', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(steps, fc.nat({ max: 3 }), fc.nat({ max: 5 }), (walk, ofOne, ofAll) => {
        const places = new Places({ ofOne, ofAll });
        const held: Record<string, (() => void)[]> = { a: [], b: [], c: [] };
        for (const [holder, comes] of walk) {
          const own = held[holder] ?? [];
          const all = Object.values(held).flat().length;
          if (!comes) {
            const back = own.pop();
            back?.();
            back?.();
            continue;
          }
          const isFull = ofAll > 0 && all >= ofAll ? 'ofAll' : null;
          const expected = ofOne > 0 && own.length >= ofOne ? 'ofOne' : isFull;
          const taken = places.take(holder);
          expect(typeof taken === 'string' ? taken : null).toBe(expected);
          if (typeof taken !== 'string') own.push(taken);
        }
        expect(places.holders).toBe(Object.values(held).filter(({ length }) => length > 0).length);
      }),
    );
  });
});
