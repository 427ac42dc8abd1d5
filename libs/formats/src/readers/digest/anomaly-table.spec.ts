import { readFileSync } from 'node:fs';

const sources = ['digest-anomalies.spec.ts', 'file-anomalies.spec.ts'].map((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8').replaceAll('\\\\', '\\'),
);
const page = readFileSync(new URL('../../../../../docs/formats.md', import.meta.url), 'utf8');

/** The rows of the table of docs/formats.md, each with the tests that it names. */
const rows = page
  .slice(page.indexOf('| found in real blocks'))
  .split('\n\n')[0]
  ?.split('\n')
  .slice(2)
  .map((row) => row.split(' | '))
  .map(
    ([anomaly = '', tests = '']) => [anomaly.slice(2).trim(), [...tests.matchAll(/_(.+?)_(?=;|\s*\|?$)/g)]] as const,
  );

it('there is a table', () => {
  expect(rows?.length).toBeGreaterThan(25);
});

it.each(rows ?? [])('the tests of "%s" are there', (_, tests) => {
  const names = tests.map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((name) => !sources.some((source) => source.includes(name)))).toEqual([]);
});

it('what is kept untouched stands in the table, all of it', () => {
  const [kept = ''] = sources[0]?.slice(sources[0].indexOf('const kept')).split('\n  ];') ?? [];
  const names = [...kept.matchAll(/^ {4}\[\s*'(.+?)',/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(30);
  const listed = rows?.flatMap(([, tests]) => tests.map(([, name = '']) => name)) ?? [];
  expect(names.filter((name) => !listed.some((each) => name.startsWith(each)))).toEqual([]);
});
