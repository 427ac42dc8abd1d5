import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DiglotError, type CalendarDate } from '@diglot/domain';
import { readDigest, runSteps, usualPathRule, type DigestFile, type ParsedEntry } from '@diglot/formats';
import {
  compareSidecar,
  feedOf,
  findNotices,
  isSidecar,
  profileEntries,
  Twins,
  type IndexClaim,
  type KindedNotice,
  type SectionDay,
  type SidecarFacts,
  type SourceFacts,
} from '@diglot/parser';

/** Changes what a digest prints, as a broken maker would. */
export type Damage = (entry: ParsedEntry, feed: string, date: CalendarDate) => ParsedEntry;

/** Unpacks an archive for as long as somebody looks at it, each folder in it a feed. */
export function inArchive<Result>(archive: string, look: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'diglot-drift-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is noticed about the files below a folder, on the last day that there is. */
export function noticesOf(folder: string, damage: Damage = (entry) => entry): KindedNotice[] {
  return findNotices(readFacts(folder, damage));
}

interface ReadFile {
  readonly path: string;
  readonly kind: DigestFile['kind'];
  readonly file: DigestFile;
}

/** Every file below a folder for itself: digests of one section and day stand beside each other. */
function readFacts(folder: string, damage: Damage): SourceFacts {
  const days: SectionDay[] = [];
  const claims: IndexClaim[] = [];
  const sidecars: SidecarFacts[] = [];
  for (const paths of foldersBelow(folder)) {
    // Only of one folder: a sidecar stands beside its digest, and whole repositories are larger than the memory.
    const files: ReadFile[] = [];
    for (const path of paths) {
      const file = read(readFileSync(join(folder, path)), path);
      if (file === null) continue;
      days.push(...readDay(path, file, damage));
      claims.push(...readClaims(path, file));
      files.push({ path, kind: file.kind, file });
    }
    sidecars.push(...readSidecars(files));
  }
  return { days, claims, sidecars, today: lastDay(days) };
}

/** The paths of digests, sidecars and index tables, folder by folder. */
function foldersBelow(folder: string): string[][] {
  const folders = new Map<string, string[]>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(file.parentPath, file.name));
    const isHidden = path.split('/').some((part) => part.startsWith('.'));
    if (!file.isFile() || isHidden || !/\.(?:md|jsonl)$/i.test(path)) continue;
    folders.set(file.parentPath, [...(folders.get(file.parentPath) ?? []), path]);
  }
  return [...folders.values()];
}

/** @returns null for what no reader knows: a page about the repository, for one */
function read(bytes: Uint8Array, path: string): DigestFile | null {
  try {
    return readDigest(bytes, { path });
  } catch (thrown) {
    if (thrown instanceof DiglotError) return null;
    throw thrown;
  }
}

function readDay(path: string, file: DigestFile, damage: Damage): SectionDay[] {
  const { date, category, topic } = usualPathRule(path);
  if (date === null || (file.kind !== 'digest' && file.kind !== 'empty')) return [];
  const feed = feedOf(path);
  const entries = file.entries.map((entry) => damage(entry, feed, date));
  const { papersHash, ...profile } = runSteps(profileEntries(entries));
  const papersHashes = papersHash === null ? [] : [papersHash];
  return [{ feed, section: category ?? topic ?? '', isCategory: category !== null, date, profile, papersHashes }];
}

function readClaims(path: string, file: DigestFile): IndexClaim[] {
  if (file.kind !== 'index-table') return [];
  const claims = file.rows.flatMap(({ label, papers }) => (papers === null ? [] : [{ label, papers }]));
  const distinct = new Map(claims.map((claim) => [`${claim.label}\n${claim.papers}`, claim]));
  return [...distinct.values()].map((claim) => ({ path, date: usualPathRule(path).date, ...claim }));
}

function readSidecars(files: readonly ReadFile[]): SidecarFacts[] {
  const twins = new Twins(files);
  return files.filter(isSidecar).map(({ path, file }) => {
    const twin = twins.of(path);
    const records = file.kind === 'sidecar' ? file.records : [];
    const comparison = compareSidecar(records, twin?.file.entries ?? []);
    return { path, date: usualPathRule(path).date, hasDigest: twin !== null, comparison };
  });
}

/** The last day there is; without digests today, though no day matters then. */
function lastDay(days: readonly SectionDay[]): CalendarDate {
  const [last] = days.map(({ date }) => date).toSorted((a, b) => (a < b ? 1 : -1));
  return last ?? (new Date().toISOString().slice(0, 10) as CalendarDate);
}
