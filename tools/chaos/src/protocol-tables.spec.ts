import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { POINT_NAMES } from './points/all-points.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TEST_FILE = /\.(spec|contract)\.ts$/;

/** What is in the tests of every project, by the name of the file; some files of different projects have one name. */
const tests = new Map<string, string>();
for (const group of ['libs', 'apps', 'tools']) {
  for (const project of readdirSync(join(ROOT, group))) {
    const sources = join(ROOT, group, project, 'src');
    if (!existsSync(sources)) continue;
    for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
      const name = basename(file);
      if (TEST_FILE.test(name)) tests.set(name, (tests.get(name) ?? '') + readFileSync(join(sources, file), 'utf8'));
    }
  }
}
const points = new Set(POINT_NAMES.map((name) => name.split('@')[0] ?? name));

/** The rows of the tables of docs/protocol.md whose last column names tests. */
function rowsOf(heading: string): readonly (readonly [failure: string, tests: string])[] {
  const page = readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8');
  const section = page.slice(page.indexOf(heading)).split(/\n#{2,3} /)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    return [cells[1] ?? '', cells.at(-2) ?? ''];
  });
}

const rows = [...rowsOf('## 9. What dies where'), ...rowsOf('### What dies in it')];

it('has both tables', () => {
  expect(rows.length).toBeGreaterThan(30);
});

it('has a row for each crash point', () => {
  const named = rows.flatMap(([, cell]) => [...cell.matchAll(/`([\w-]+\.[\w-]+)`/g)].map(([, name]) => name));
  // What an event does is no failure of a process or a server.
  expect([...points].filter((name) => !named.includes(name))).toEqual(['event.poison']);
});

// That a replica which was behind takes over is documented, and not tested here.
it.each(rows.filter(([failure]) => !failure.startsWith('Postgres failover')))('"%s" has its tests', (_, cell) => {
  const chaos = /chaos (.*)$/.exec(cell)?.[1]?.match(/`[^`]+`/g) ?? [];
  const specs = cell.match(/`[\w.-]+\.ts`: _.+?_(?=;|$)/g) ?? [];
  expect(specs.length).toBeGreaterThan(0);
  const missing = specs.filter((reference) => {
    const [, file = '', title = ''] = /`(.+)`: _(.+)_/.exec(reference) ?? [];
    return !tests.get(file)?.includes(title);
  });
  const unknown = chaos.filter((name) => !points.has(name.slice(1, -1)));
  expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
});
