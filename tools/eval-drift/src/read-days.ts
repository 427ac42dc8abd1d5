import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { CalendarDate } from '@diglot/domain';
import { readDigest, runSteps, usualPathRule } from '@diglot/formats';
import { feedOf, findNotices, profileEntries, type KindedNotice, type SectionDay } from '@diglot/parser';

/** What is noticed about the digests of an archive, each folder in it a feed, on the last day that there is. */
export function noticesOfArchive(archive: string): KindedNotice[] {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-drift-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
    const days = readDays(folder);
    return findNotices({ days, claims: [], today: lastDay(days) });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every digest below a folder as a day of its section; digests of one section and day stand beside each other. */
function readDays(folder: string): SectionDay[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .flatMap((path) => readDay(path, relative(folder, path)));
}

function readDay(path: string, name: string): SectionDay[] {
  const { date, category, topic } = usualPathRule(name);
  const file = readDigest(readFileSync(path), { path: name });
  if (date === null || (file.kind !== 'digest' && file.kind !== 'empty')) return [];
  const { papersHash, ...profile } = runSteps(profileEntries(file.entries));
  const section = category ?? topic ?? '';
  const papersHashes = papersHash === null ? [] : [papersHash];
  return [{ feed: feedOf(name), section, isCategory: category !== null, date, profile, papersHashes }];
}

/** The last day there is. */
function lastDay(days: readonly SectionDay[]): CalendarDate {
  const [last] = days.map(({ date }) => date).toSorted((a, b) => (a < b ? 1 : -1));
  if (last === undefined) throw new RangeError('no digest names a day');
  return last;
}
