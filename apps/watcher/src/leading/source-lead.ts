import { TOPICS } from '@diglot/contracts';
import { Cleaner } from '../cleaning/cleaner.ts';
import { observeAbsences } from '../deciding/absence.ts';
import { planScan, unstableProblem, type Plan } from '../deciding/plan.ts';
import { observe, type Sighting } from '../deciding/sighting.ts';
import { inTerm } from '../leadership/in-term.ts';
import { differingPaths } from '../placements/differing-paths.ts';
import type { KnownPlacement } from '../placements/known-placement.ts';
import { loadPlacements } from '../placements/load-placements.statement.ts';
import { RESTATED_TOGETHER, restatePlacements } from '../placements/restate-placements.ts';
import type { Problem } from '../problems/problem.ts';
import { ProblemBook } from '../problems/problem-book.ts';
import { isSameStat } from '../scanning/file-stat.ts';
import type { Listing, Scan } from '../scanning/scan.ts';
import { Taker } from '../taking/taker.ts';
import type { Lead } from './lead.ts';
import { loadFolder } from './load-folder.statement.ts';
import { recordScan } from './record-scan.statement.ts';
import { rememberFolder } from './remember-folder.statement.ts';

/** Others are told of a scan that found nothing new only so often, in milliseconds. */
const RECORD_EVERY = 5_000;

/** What one round came to. */
export interface Round {
  readonly missing: boolean;
  /** How long the scan took, without what it called for; milliseconds. */
  readonly scanTook: number;
  /** Files that the scan saw. */
  readonly seen: number;
  /** Those of them that are neither taken yet nor a problem. */
  readonly waiting: readonly string[];
  readonly problems: number;
  /** Folders that were listed, relative to the root. */
  readonly folders: readonly string[];
  /** When the next scan will find something to do even if nothing happens, on the monotonic clock; null: never. */
  readonly dueAt: number | null;
}

/** How far a round is. */
export interface Progress {
  /** Files that the scan saw. */
  readonly seen: number;
  /** Those of them that are not taken yet. */
  readonly waiting: number;
  /** When the scan began, in milliseconds since 1970; null: there was none. */
  readonly scannedAt: number | null;
}

interface Memory {
  readonly placements: Map<string, KnownPlacement>;
  readonly problems: ProblemBook;
  readonly folder: string | null;
}

/**
 * One source during one term. What it remembers of the database is true because nobody else writes during the term; after
 * an error whose effect is not known, a new term begins with what the database says.
 */
export class SourceLead {
  readonly #lead: Lead;
  readonly #placements: Map<string, KnownPlacement>;
  readonly #problems: ProblemBook;
  readonly #taker: Taker;
  readonly #cleaner: Cleaner;
  #folder: string | null;
  #progress: Progress = { seen: 0, waiting: 0, scannedAt: null };
  #sightings: ReadonlyMap<string, Sighting> = new Map();
  #absences: ReadonlyMap<string, number> = new Map();
  /** What others were told last. */
  #recorded: { readonly at: number; readonly untaken: number } | null = null;

  private constructor(lead: Lead, { placements, problems, folder }: Memory) {
    this.#lead = lead;
    this.#placements = placements;
    this.#problems = problems;
    this.#folder = folder;
    this.#taker = new Taker(lead, placements);
    this.#cleaner = new Cleaner(lead, placements);
  }

  static async begin(lead: Lead): Promise<SourceLead> {
    const { database, term, options } = lead;
    const placements = await loadPlacements(database, term.source);
    await restate(lead, placements);
    const problems = await ProblemBook.open(database, term, options.clock.monotonic());
    return new SourceLead(lead, { placements, problems, folder: await loadFolder(database, term.source) });
  }

  /** Also while a round is under way. */
  get progress(): Progress {
    return this.#progress;
  }

  /**
   * Scans, takes what rests, retracts what is gone, notes what cannot be taken, and cleans up.
   * @param signal ends it early, with its reason
   */
  async round(signal: AbortSignal): Promise<Round> {
    const { source, options } = this.#lead;
    const [started, wallClock] = [options.clock.monotonic(), options.clock.wall()];
    const scan = this.#checkMount(await source.origin.scan(signal));
    const times = { started, ended: options.clock.monotonic() };
    if (scan.kind === 'missing') {
      this.#progress = { seen: 0, waiting: 0, scannedAt: wallClock };
      const round = await this.#missing(scan.problem, times.ended - started);
      await this.#record(wallClock, round);
      return round;
    }
    this.#sightings = observe(this.#sightings, scan.files, times, (path, stat) => {
      const seen = this.#placements.get(path)?.seen;
      return seen !== undefined && seen !== null && isSameStat(seen, stat);
    });
    this.#absences = observeAbsences(this.#absences, this.#placements, scan, times);
    const plan = planScan({
      sightings: this.#sightings,
      absences: this.#absences,
      placements: this.#placements,
      policy: source.policy,
      now: { at: started, wallClock },
      options,
    });
    this.#progress = {
      seen: scan.files.size,
      waiting: plan.take.length + plan.restless.length,
      scannedAt: wallClock,
    };
    await this.#rememberFolder(scan);
    const round = await this.#carryOut(plan, scan, signal);
    await this.#record(wallClock, round);
    return { ...round, scanTook: times.ended - started };
  }

  async #carryOut(plan: Plan, scan: Listing, signal: AbortSignal): Promise<Omit<Round, 'scanTook'>> {
    // Filled first, then emptied: a file that was renamed is never nowhere.
    const taking = await this.#taker.take(plan.take, this.#sightings, signal, (files) => {
      this.#progress = { ...this.#progress, waiting: this.#progress.waiting - files };
    });
    const refused = await this.#taker.retract(plan.retract, signal);
    const failed = await this.#cleaner.clean(plan.cleanUp, signal);
    const restless = [...plan.restless, ...taking.changed];
    const all = [
      ...this.#unstable(restless),
      ...scan.problems,
      ...plan.problems,
      ...taking.problems,
      ...refused,
      ...failed,
    ];
    const problems = new Map(all.map((problem) => [problem.path, problem]));
    await this.#problems.keep(problems, this.#lead.options.clock.monotonic());
    const waiting = restless.filter((path) => !problems.has(path));
    this.#progress = { ...this.#progress, waiting: waiting.length };
    return {
      missing: false,
      seen: scan.files.size,
      waiting,
      problems: problems.size,
      folders: scan.folders,
      dueAt:
        taking.changed.length === 0 ? plan.dueAt : this.#lead.options.clock.monotonic() + this.#lead.options.stable,
    };
  }

  #unstable(paths: readonly string[]): Problem[] {
    const { options } = this.#lead;
    const now = options.clock.monotonic();
    return paths
      .map((path) => {
        const sighting = this.#sightings.get(path);
        return sighting ? unstableProblem(path, sighting, now, options) : null;
      })
      .filter((problem) => problem !== null);
  }

  /** Nothing is known about what is in a folder that is away: neither does it rest nor is it gone. */
  async #missing(problem: Problem, scanTook: number): Promise<Round> {
    this.#sightings = new Map();
    this.#absences = new Map();
    await this.#problems.keep(new Map([[problem.path, problem]]), this.#lead.options.clock.monotonic());
    return { missing: true, scanTook, seen: 0, waiting: [], problems: 1, folders: [], dueAt: null };
  }

  /** An empty folder that is not the one it was is a mount point without its mount. */
  #checkMount(scan: Scan): Scan {
    if (scan.kind === 'missing' || !scan.empty || this.#folder === null || scan.identity === this.#folder) return scan;
    if (![...this.#placements.values()].some(({ sha256, cleaned }) => sha256 !== null && !cleaned)) return scan;
    const detail = 'the folder is empty and not the one that it was; is it mounted?';
    return { kind: 'missing', problem: { path: '', code: 'DIGLOT_SOURCE_MISSING', detail } };
  }

  /** After all that the round took is committed: who sees the record sees that too. */
  async #record(scannedAt: number, { waiting }: Pick<Round, 'waiting'>): Promise<void> {
    const { database, term } = this.#lead;
    const untaken = waiting.length;
    const last = this.#recorded;
    if (last && last.untaken === untaken && scannedAt - last.at < RECORD_EVERY) return;
    await inTerm(database, term, (tx) => recordScan(tx, term.source, { scannedAt: new Date(scannedAt), untaken }));
    this.#recorded = { at: scannedAt, untaken };
  }

  async #rememberFolder({ identity, empty }: Listing): Promise<void> {
    if (empty || identity === this.#folder) return;
    const { database, term } = this.#lead;
    await inTerm(database, term, (tx) => rememberFolder(tx, term.source, identity));
    this.#folder = identity;
  }
}

/** What the paths of live placements say by the rule of today is what is stored, before anything else happens. */
async function restate(lead: Lead, placements: Map<string, KnownPlacement>): Promise<void> {
  const { database, term, source, bus } = lead;
  const differing = differingPaths(placements, source.rule);
  for (let at = 0; at < differing.length; at += RESTATED_TOGETHER) {
    const paths = differing.slice(at, at + RESTATED_TOGETHER);
    const stated = await inTerm(database, term, (tx) => restatePlacements(tx, source.name, paths, source.rule));
    if (stated.size > 0) bus.wake([TOPICS.digestDiscovered]);
    for (const path of paths) {
      const known = placements.get(path);
      if (!known) continue;
      const sectionAnnounced = known.sectionAnnounced || stated.has(path);
      const revision = stated.get(path) ?? known.revision;
      placements.set(path, { ...known, ...source.rule(path), sectionAnnounced, revision });
    }
  }
}
