import { TOPICS } from '@diglot/contracts';
import { classify } from '@diglot/domain';
import type { PathRule } from '@diglot/formats';
import { failpoint } from '@diglot/pipeline';
import { isSettled, type Sighting } from '../deciding/sighting.ts';
import type { Lead } from '../leading/lead.ts';
import { inTerm } from '../leadership/in-term.ts';
import type { PlacementChange } from '../placements/change.ts';
import { changePlacements, type ChangedPlacement } from '../placements/change-placements.ts';
import type { KnownPlacement } from '../placements/known-placement.ts';
import type { Problem } from '../problems/problem.ts';

/** A transaction takes as many files as come to this, in bytes and in number; one larger file goes alone. */
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_FILES = 100;
/** So many files are made ready together. */
const GROUP_FILES = 500;

/** What taking some files came to, beside what was stored. */
export interface Taking {
  /** Files that changed while they were read. */
  readonly changed: readonly string[];
  readonly problems: readonly Problem[];
}

/** Reads files and stores what they hold; keeps the known placements up to date. */
export class Taker {
  readonly #lead: Lead;
  readonly #placements: Map<string, KnownPlacement>;

  constructor(lead: Lead, placements: Map<string, KnownPlacement>) {
    this.#lead = lead;
    this.#placements = placements;
  }

  /**
   * Newest day first, so that today's digest does not wait for a backfill. No transaction is open while a file is read.
   * @param signal ends it between two files, with its reason; what was committed stays
   * @param onDone told how many files have just been stored
   */
  async take(
    paths: readonly string[],
    sightings: ReadonlyMap<string, Sighting>,
    signal: AbortSignal,
    onDone: (files: number) => void,
  ): Promise<Taking> {
    const changed: string[] = [];
    const problems: Problem[] = [];
    let batch: PlacementChange[] = [];
    let bytes = 0;
    const ordered = newestFirst(paths, this.#lead.source.rule);
    for (const [index, path] of ordered.entries()) {
      signal.throwIfAborted();
      if (index % GROUP_FILES === 0) await this.#prepare(ordered.slice(index, index + GROUP_FILES), sightings, signal);
      const reading = await this.#read(path, sightings.get(path), signal);
      if (reading.kind === 'changed') changed.push(path);
      if (reading.kind === 'problem') problems.push(reading.problem);
      if (reading.kind !== 'read') continue;
      batch.push(reading.change);
      bytes += reading.change.content.bytes.length;
      if (bytes < BATCH_BYTES && batch.length < BATCH_FILES) continue;
      problems.push(...(await this.#commit(batch)));
      onDone(batch.length);
      batch = [];
      bytes = 0;
    }
    problems.push(...(await this.#commit(batch)));
    return { changed, problems };
  }

  /** States that these paths hold nothing any more. */
  async retract(paths: readonly string[], signal: AbortSignal): Promise<Problem[]> {
    const problems: Problem[] = [];
    for (let at = 0; at < paths.length; at += BATCH_FILES) {
      signal.throwIfAborted();
      const changes = paths.slice(at, at + BATCH_FILES).map((path) => ({ path, content: null }));
      problems.push(...(await this.#commit(changes)));
    }
    return problems;
  }

  async #prepare(
    paths: readonly string[],
    sightings: ReadonlyMap<string, Sighting>,
    signal: AbortSignal,
  ): Promise<void> {
    const files = paths.map((path) => sightings.get(path)).filter((file) => file !== undefined);
    await this.#lead.source.origin.prepare(files, signal);
  }

  async #read(path: string, sighting: Sighting | undefined, signal: AbortSignal) {
    if (!sighting) return { kind: 'changed' } as const;
    const { source, options } = this.#lead;
    const now = { at: options.clock.monotonic(), wallClock: options.clock.wall() };
    const reading = await source.origin.read(path, sighting, signal);
    if (reading.kind !== 'read') return reading;
    const { sha256, bytes, stat } = reading;
    const content = { sha256, bytes, seen: stat, settled: isSettled(sighting, now) };
    return { kind: 'read', change: { path, content } } as const;
  }

  /** @returns what the database refuses for good; it must not hold up the rest */
  async #commit(changes: readonly PlacementChange[]): Promise<Problem[]> {
    const [first] = changes;
    if (!first) return [];
    try {
      this.#accept(await this.#store(changes));
      return [];
    } catch (thrown) {
      const error = classify(thrown);
      if (error.class !== 'Invalid') throw thrown;
      if (changes.length === 1) {
        this.#lead.logger.error({ path: first.path, err: thrown }, 'a file cannot be stored');
        return [{ path: first.path, code: error.code, detail: error.detail }];
      }
      const problems: Problem[] = [];
      for (const change of changes) problems.push(...(await this.#commit([change])));
      return problems;
    }
  }

  async #store(changes: readonly PlacementChange[]): Promise<ChangedPlacement[]> {
    const { database, term, source } = this.#lead;
    const results = await inTerm(database, term, async (tx) => {
      const changed = await changePlacements(tx, term.source, changes, source.rule);
      failpoint('watcher.before-commit');
      return changed;
    });
    failpoint('watcher.after-commit');
    return results;
  }

  #accept(results: readonly ChangedPlacement[]): void {
    const { bus, onTaken } = this.#lead;
    if (results.some(({ fact }) => fact !== null)) bus.wake([TOPICS.digestDiscovered]);
    for (const { saved, fact } of results) {
      const { path, size, revision, sha256, seen, settled, date, category, topic, sectionAnnounced } = saved;
      const known = { revision, sha256, seen, settled, date, category, topic, sectionAnnounced };
      this.#placements.set(path, { ...known, cleaned: false });
      if (fact) onTaken({ source: fact.data.source, path, sha256, size: size ?? 0, revision });
    }
  }
}

function newestFirst(paths: readonly string[], rule: PathRule): string[] {
  return paths
    .map((path) => ({ path, date: rule(path).date ?? '' }))
    .toSorted((a, b) => compare(b.date, a.date) || compare(a.path, b.path))
    .map(({ path }) => path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
