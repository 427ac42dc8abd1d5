import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CalendarDate } from '@diglot/domain';
import { readDigest, runSteps, usualPathRule } from '@diglot/formats';
import { feedOf, profileEntries, type SectionDay } from '@diglot/parser';

/** Every digest below a folder as a day of its section; digests of one section and day stand beside each other. */
export function readDays(folder: string): SectionDay[] {
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
export function lastDay(days: readonly SectionDay[]): CalendarDate {
  const [last] = days.map(({ date }) => date).toSorted((a, b) => (a < b ? 1 : -1));
  if (last === undefined) throw new RangeError('no digest names a day');
  return last;
}
