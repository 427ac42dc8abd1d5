import { basename } from 'node:path';
import fc from 'fast-check';
import { nameSources, type KnownSource } from './name-sources.ts';

const place = (location: string) => ({ location, baseName: basename(location) });
const wanted = (...locations: string[]) => locations.map((location) => ({ ...place(location), name: null }));
const named = (location: string, name: string) => ({ ...place(location), name });
const names = (...args: Parameters<typeof nameSources>) => Object.fromEntries(nameSources(...args));

test('a folder has the last part of its path as its name', () => {
  expect(names(wanted('/data/papers'), [])).toEqual({ '/data/papers': 'papers' });
});

test('folders of the same name get numbers, in the order of their paths', () => {
  const expected = { '/a/papers': 'papers', '/b/papers': 'papers-2', '/c/papers': 'papers-3' };
  expect(names(wanted('/c/papers', '/a/papers', '/b/papers'), [])).toEqual(expected);
});

test('a folder keeps its name whatever else is watched, or not any more', () => {
  const known = [
    { name: 'papers', location: '/z/papers' },
    { name: 'papers-2', location: '/y/papers' },
  ];
  expect(names(wanted('/y/papers'), known)).toEqual({ '/y/papers': 'papers-2' });
  expect(names(wanted('/a/papers', '/y/papers'), known)).toEqual({ '/a/papers': 'papers-3', '/y/papers': 'papers-2' });
});

test('a number is never given twice, though a folder has it by nature', () => {
  const given = names(wanted('/a/papers-2', '/b/papers', '/c/papers'), []);
  expect(new Set(Object.values(given)).size).toBe(3);
});

test.each([
  ['/', 'root'],
  ['/a\nb', 'a-b'],
  [`/${'x'.repeat(255)}`, 'x'.repeat(180)],
  [`/${'x'.repeat(179)}😀`, `${'x'.repeat(179)}-`],
])('the name of %j can stand in a key', (location, name) => {
  expect(names(wanted(location), [])).toEqual({ [location]: name });
});

describe('a name that is given', () => {
  test('is taken, and before the others', () => {
    expect(names([...wanted('/a/papers'), named('/b', 'papers')], [])).toEqual({
      '/a/papers': 'papers-2',
      '/b': 'papers',
    });
  });

  test('lets its source move to another folder', () => {
    expect(names([named('/new', 'papers')], [{ name: 'papers', location: '/old' }])).toEqual({ '/new': 'papers' });
  });

  test('cannot be another than the folder has already', () => {
    const rename = () => nameSources([named('/a', 'new')], [{ name: 'old', location: '/a' }]);
    expect(rename).toThrow(expect.objectContaining({ code: 'DIGLOT_CONFIG_INVALID' }));
  });

  test('cannot be that of a folder that is watched too', () => {
    const steal = () => nameSources([named('/b', 'papers'), ...wanted('/a')], [{ name: 'papers', location: '/a' }]);
    expect(steal).toThrow(/papers.*\/a/);
  });
});

const locations = fc.uniqueArray(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('p', 'p-2', 'q')).map((parts) => `/${parts.join('/')}`),
  { minLength: 1, maxLength: 9 },
);

test('names are unique, do not depend on the order of the arguments, and stay', () => {
  fc.assert(
    fc.property(locations, fc.infiniteStream(fc.nat()), (paths, random) => {
      const first = nameSources(wanted(...paths), []);
      expect(new Set(first.values()).size).toBe(paths.length);
      const shuffled = paths.toSorted(() => ((random.next().value ?? 0) % 2 === 0 ? -1 : 1));
      expect(Object.fromEntries(nameSources(wanted(...shuffled), []))).toEqual(Object.fromEntries(first));
      const known: KnownSource[] = [...first].map(([location, name]) => ({ name, location }));
      const again = nameSources(wanted(...shuffled.slice(1), '/new/p'), known);
      for (const path of shuffled.slice(1)) expect(again.get(path)).toBe(first.get(path));
    }),
  );
});
