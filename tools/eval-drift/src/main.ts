import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { KindedNotice } from '@diglot/parser';
import { KNOWN_BREAKS } from './breaks.ts';
import { compareWithKnown } from './compare.ts';
import { noticesOfArchive } from './read-days.ts';

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: '../shared/corpus' }, all: { type: 'boolean', default: false } },
});

const notices = noticesOfArchive(join(values.corpus, 'bench-digests.tar.gz'));
const results = compareWithKnown(KNOWN_BREAKS, notices);
for (const { known, notices: found } of results) {
  console.log(`${found.length === 0 ? 'NOT FOUND' : 'found    '} ${known.feed}: ${known.what}`);
  for (const notice of found) console.log(`          ${describe(notice)}`);
}
const explained = new Set(results.flatMap(({ notices: found }) => found));
const others = notices.filter((notice) => !explained.has(notice));
console.log('\nother notices, by kind:');
const kinds = new Set(others.map(({ kind }) => kind));
for (const kind of kinds) console.log(`  ${kind.padEnd(18)} ${others.filter((notice) => notice.kind === kind).length}`);
if (values.all) for (const notice of others) console.log(`  ${describe(notice)}`);
if (results.some(({ notices: found }) => found.length === 0)) process.exitCode = 1;

function describe({ kind, about, since, until, figures, details }: KindedNotice): string {
  const numbers = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return [`${kind} ${about} ${since} to ${until ?? '…'}`, numbers.join(', '), ...details].join('; ');
}
