import { readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { NOTICE_KINDS } from '@diglot/domain';
import type { KindedNotice } from '@diglot/parser';
import { KNOWN_BREAKS, PLANTED_BREAKS, plant, type KnownBreak } from './breaks.ts';
import { compareWithKnown } from './compare.ts';
import { inArchive, noticesOf } from './read-days.ts';

const HELP = `Usage: npm run eval:drift -- [--all] [PLACE]

What is noticed about the digests of PLACE, a folder or an archive (.tar.gz), and whether the breaks that are known to be
in the public repositories are among it. Each folder of PLACE is a feed; by default the load set.

  --all   also every notice that no known break explains`;
const LOAD_SET = '../shared/corpus/bench-digests.tar.gz';

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [place = LOAD_SET] = positionals;
if (values.help) console.log(HELP);
else if (statSync(place).isDirectory()) evaluate(place);
else inArchive(place, evaluate);

function evaluate(folder: string): void {
  const feeds = new Set(readdirSync(folder));
  const atHand = <Break extends KnownBreak>(breaks: readonly Break[]) => breaks.filter(({ feed }) => feeds.has(feed));
  const notices = noticesOf(folder);
  const explained = report('known breaks of these feeds', atHand(KNOWN_BREAKS), notices);
  const others = notices.filter((notice) => !explained.has(notice));
  console.log('\nwhat each kind finds, of known breaks and else:');
  for (const kind of NOTICE_KINDS) {
    const count = (among: readonly KindedNotice[]) => among.filter((notice) => notice.kind === kind).length;
    console.log(`  ${kind.padEnd(24)}${String(count([...explained])).padStart(4)}${String(count(others)).padStart(5)}`);
  }
  if (values.all) for (const notice of others) console.log(`  ${describe(notice)}`);
  const planted = atHand(PLANTED_BREAKS);
  if (planted.length > 0) report('\nplanted breaks', planted, noticesOf(folder, plant(planted)));
}

/** @returns the notices that show one of the breaks; one that none shows makes the program fail */
function report(title: string, breaks: readonly KnownBreak[], notices: readonly KindedNotice[]): Set<KindedNotice> {
  console.log(`${title}:`);
  const results = compareWithKnown(breaks, notices);
  for (const { known, notices: found } of results) {
    console.log(`  ${found.length === 0 ? 'NOT FOUND' : 'found    '} ${known.feed}: ${known.what}`);
    for (const notice of found) console.log(`            ${describe(notice)}`);
    if (found.length === 0) process.exitCode = 1;
  }
  return new Set(results.flatMap(({ notices: found }) => found));
}

function describe({ kind, about, since, until, figures, details }: KindedNotice): string {
  const numbers = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return [`${kind} ${about} ${since} to ${until ?? '…'}`, numbers.join(', '), ...details].join('; ');
}
