import { chmod, mkdir, mkdtemp, readFile, realpath, rename, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sha256 } from '@diglot/domain';
import { pipelineMigrations } from '@diglot/pipeline';
import { type Database, silentLogger } from '@diglot/platform';
import { type TestDatabase, testDatabase } from '@diglot/testing';
import type { Lead, Source } from './leading/lead.ts';
import { type Round, SourceLead } from './leading/source-lead.ts';
import { Leadership } from './leadership/leadership.ts';
import { NO_BUS } from './no-bus.fixture.ts';
import { watcherMigrations } from './migrations/watcher-migrations.ts';
import type { PlacementTaken } from './placements/change.ts';
import { locateSources, registerSources } from './sources/register-sources.ts';
import type { FolderDefinition } from './sources/source-definition.ts';
import { DEFAULT_OPTIONS, type WatcherOptions } from './watcher-options.ts';

/** A database with the tables that the watcher needs. */
export async function watcherDatabase(): Promise<TestDatabase> {
  return await testDatabase({ migrations: [...pipelineMigrations, ...watcherMigrations], poolSize: 5 });
}

/** Runs with the rights of a user that has none; where tests run as such a user, as that. */
export async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** Time that passes when a test says so, and with the system's clock at its start. */
export class SteppedClock {
  #passed = 0;
  readonly #began = Date.now();

  monotonic(): number {
    return this.#passed;
  }

  wall(): number {
    return this.#began + this.#passed;
  }

  advance(milliseconds: number): void {
    this.#passed += milliseconds;
  }
}

/** An announcement, as it stands in the outbox. */
export interface Announced {
  readonly path: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly date: string | null;
  readonly category: string | null;
  readonly topic: string | null;
  readonly revision: number;
}

/** One folder with one source that a test leads by hand: a scan whenever it says, in the time that it says. */
export class WatchedFolder {
  readonly root: string;
  readonly database: Database;
  readonly clock: SteppedClock;
  readonly taken: PlacementTaken[] = [];
  readonly #options: WatcherOptions;
  readonly #definition: Omit<FolderDefinition, 'root'>;
  #leadership: Leadership;
  #lead: SourceLead | null = null;
  #source: Source | null = null;
  #onTaken: () => void = () => undefined;

  constructor(
    root: string,
    database: Database,
    definition: Omit<FolderDefinition, 'root'>,
    options: Partial<WatcherOptions> = {},
  ) {
    this.root = root;
    this.database = database;
    this.clock = new SteppedClock();
    this.#definition = definition;
    this.#options = { ...DEFAULT_OPTIONS, ...options, clock: this.clock };
    this.#leadership = new Leadership(database, DEFAULT_OPTIONS.silence);
  }

  /** A new empty folder; its name is new too, so that tests of one database do not meet. */
  static async create(
    database: Database,
    definition: Omit<FolderDefinition, 'root'> = {},
    options: Partial<WatcherOptions> = {},
  ): Promise<WatchedFolder> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'diglot-watched-')));
    await chmod(root, 0o755);
    return new WatchedFolder(root, database, definition, options);
  }

  async remove(): Promise<void> {
    await this.#leadership.close();
    await rm(this.root, { recursive: true, force: true });
  }

  /** As if the process began anew, with another policy perhaps. */
  async restart(definition = this.#definition): Promise<void> {
    await this.#leadership.close();
    this.#leadership = new Leadership(this.database, DEFAULT_OPTIONS.silence);
    const [source] = await registerSources(this.database, await locateSources([{ root: this.root, ...definition }]));
    if (!source) throw new Error('no source');
    this.#source = source;
    const term = await this.#leadership.tryLead(source.name);
    if (!term) throw new Error('another leads');
    const lead: Lead = {
      source,
      term,
      database: this.database,
      bus: NO_BUS,
      logger: silentLogger,
      options: this.#options,
      onTaken: (taken) => {
        this.taken.push(taken);
        this.#onTaken();
      },
    };
    this.#lead = await SourceLead.begin(lead);
  }

  /** One scan, and all that it calls for. */
  async round(): Promise<Round> {
    if (!this.#lead) await this.restart();
    if (!this.#lead) throw new Error('not leading');
    return await this.#lead.round(new AbortController().signal);
  }

  /** A scan that is stopped as soon as something is stored, perhaps before it has done all that it called for. */
  async roundUntilTaken(): Promise<void> {
    if (!this.#lead) await this.restart();
    const stop = new AbortController();
    this.#onTaken = () => stop.abort(new Error('stopped'));
    try {
      await this.#lead?.round(stop.signal);
    } catch (thrown) {
      if (thrown !== stop.signal.reason) throw thrown;
    } finally {
      this.#onTaken = () => undefined;
    }
  }

  /** Two scans, far enough apart for what rests to be taken. */
  async settle(): Promise<Round> {
    await this.round();
    this.clock.advance(this.#options.stable);
    return await this.round();
  }

  get source(): string {
    return this.#source?.name ?? '';
  }

  path(path: string): string {
    return join(this.root, path);
  }

  /** Writes a file that looks as if it was written an hour ago, unless it is to look new. */
  async write(path: string, content: string | Uint8Array, { fresh = false } = {}): Promise<void> {
    await mkdir(dirname(this.path(path)), { recursive: true });
    await writeFile(this.path(path), content);
    const anHourAgo = new Date(Date.now() - 3_600_000);
    if (!fresh) await utimes(this.path(path), anHourAgo, anHourAgo);
  }

  async delete(path: string): Promise<void> {
    await unlink(this.path(path));
  }

  async move(from: string, to: string): Promise<void> {
    await rename(this.path(from), this.path(to));
  }

  async read(path: string): Promise<string> {
    return await readFile(this.path(path), 'utf8');
  }

  /** What was announced so far, in the order of the log. */
  async announced(): Promise<Announced[]> {
    const rows = await this.database.rows<{ payload: Buffer; revision: string }>(
      `SELECT payload, headers ->> 'ce_revision' AS revision FROM pipeline.outbox
       WHERE starts_with(key, $1 || E'\\n') ORDER BY txid, id`,
      [this.source],
    );
    return rows.map(({ payload, revision }) => {
      const { path, sha256, size, date, category, topic } = JSON.parse(payload.toString()) as Omit<
        Announced,
        'revision'
      >;
      return { path, sha256, size, date, category, topic, revision: Number(revision) };
    });
  }

  /** What was announced so far, as `path revision content`, the contents named by their hashes. */
  async log(...contents: readonly string[]): Promise<string[]> {
    const names = new Map(contents.map((content) => [sha256(content) as string, content]));
    const announced = await this.announced();
    return announced.map(({ path, revision, sha256: hash }) => {
      return `${path} ${revision} ${hash === null ? 'nothing' : (names.get(hash) ?? hash)}`;
    });
  }

  /** The problems of the source by path. */
  async problems(): Promise<Record<string, string>> {
    const rows = await this.database.rows<{ path: string; code: string }>(
      'SELECT path, code FROM watcher.problem_view WHERE source = $1',
      [this.source],
    );
    return Object.fromEntries(rows.map(({ path, code }) => [path, code]));
  }

  /** Paths of the live placements. */
  async live(): Promise<string[]> {
    const rows = await this.database.rows<{ path: string }>(
      'SELECT path FROM watcher.placement_view WHERE source = $1 AND live ORDER BY path',
      [this.source],
    );
    return rows.map(({ path }) => path);
  }
}
