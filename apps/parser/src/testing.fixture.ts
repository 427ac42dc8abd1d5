import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { stateFact, type DigestDiscovered, type DiglotEvent } from '@diglot/contracts';
import { sha256 } from '@diglot/domain';
import { usualPathRule } from '@diglot/formats';
import { OutboxBus, RuntimeModule, announce, appendToOutbox, pipelineMigrations } from '@diglot/pipeline';
import { openDatabase, silentLogger, type Database } from '@diglot/platform';
import { testDatabase } from '@diglot/testing';
import { watcherMigrations } from '@diglot/watcher';
import { DigestDiscoveredHandler } from './digest-discovered.handler.ts';
import { parserMigrations } from './index.ts';
import { Reviewer } from './notices/reviewer.ts';
import { ParserModule } from './parser.module.ts';
import { SidecarComparer } from './sidecars/sidecar-comparer.ts';

/** The source of what is placed where none is named, and another. */
const SOURCE = 'lab';
export const OTHER_SOURCE = 'archive';

/** The parser on a database of its own, fed as its stage would feed it; the watcher's rows are written for it. */
export class ParserUnderTest {
  readonly database: Database;
  readonly reviewer: Reviewer;
  readonly sidecars: SidecarComparer;
  readonly #application: INestApplicationContext;
  readonly #drop: () => Promise<void>;
  readonly #revisions = new Map<string, number>();

  private constructor(database: Database, application: INestApplicationContext, drop: () => Promise<void>) {
    this.database = database;
    this.#application = application;
    this.#drop = drop;
    this.reviewer = application.get(Reviewer);
    this.sidecars = application.get(SidecarComparer);
  }

  static async start(): Promise<ParserUnderTest> {
    const { url, drop } = await testDatabase({
      migrations: [...pipelineMigrations, ...watcherMigrations, ...parserMigrations],
    });
    const database = await openDatabase({ url, applicationName: 'parser' });
    await database.run(`INSERT INTO watcher.sources (name, location) VALUES ($1, '/srv/lab'), ($2, '/srv/archive')`, [
      SOURCE,
      OTHER_SOURCE,
    ]);
    const bus = new OutboxBus({
      database,
      logger: silentLogger,
      pollMilliseconds: 1_000,
      pointerLoaders: new Map(),
      onFatal: () => undefined,
    });
    const runtime = { database, bus, logger: silentLogger };
    const application = await Test.createTestingModule({
      imports: [RuntimeModule.of(runtime), ParserModule],
    }).compile();
    // Not initialised: the parser's timed work would look at sources between two steps of a test.
    return new ParserUnderTest(database, application, drop);
  }

  /** Places a file of a source, or empties its place, and parses it. */
  async place(path: string, content: string | null, source = SOURCE): Promise<void> {
    const event = await this.#store(path, content, source);
    const handler = this.#application.get(DigestDiscoveredHandler);
    const prepared = await handler.parse(event);
    await this.database.transaction(async (tx) =>
      appendToOutbox(tx, await handler.handle([{ event, prepared }], { tx })),
    );
  }

  /** Places a file and announces it, for a stage to take. */
  async discover(path: string, content: string): Promise<void> {
    const event = await this.#store(path, content, SOURCE);
    await this.database.transaction((tx) => appendToOutbox(tx, [announce(event)]));
  }

  /** As if nothing had come for so long. */
  async rest(seconds: number): Promise<void> {
    await this.database.run(`UPDATE parser.placements SET parsed_at = parsed_at - make_interval(secs => $1)`, [
      seconds,
    ]);
  }

  async close(): Promise<void> {
    await this.#application.close();
    await this.database.close();
    await this.#drop();
  }

  /** As the watcher does. */
  async #store(path: string, content: string | null, source: string): Promise<DiglotEvent<'digest.discovered'>> {
    const place = `${source}/${path}`;
    const revision = (this.#revisions.get(place) ?? 0) + 1;
    this.#revisions.set(place, revision);
    const bytes = content === null ? null : Buffer.from(content);
    const knowledge = usualPathRule(path);
    const hash = bytes && sha256(bytes);
    const size = bytes?.length ?? null;
    const data: DigestDiscovered = { source, path, sha256: hash, size, ...knowledge };
    const storedHash = hash && Buffer.from(hash, 'hex');
    if (bytes) {
      await this.database.run(
        `INSERT INTO watcher.digests (sha256, size, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [storedHash, size, bytes],
      );
    }
    await this.database.run(
      `INSERT INTO watcher.placements (source, path, revision, sha256, size, date, category, topic)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (source, path) DO UPDATE SET revision = excluded.revision, sha256 = excluded.sha256, size = excluded.size`,
      [source, path, revision, storedHash, size, knowledge.date, knowledge.category, knowledge.topic],
    );
    return stateFact('digest.discovered', { revision, data });
  }
}
