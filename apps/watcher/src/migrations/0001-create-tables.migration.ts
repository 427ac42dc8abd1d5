import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The facts of the watcher: where digests lie, and their bytes. The api reads the views. */
export class WatcherCreateTables1700000000101 implements MigrationInterface {
  readonly name = 'WatcherCreateTables1700000000101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS watcher;

      CREATE TABLE watcher.sources (
        name text COLLATE "C" PRIMARY KEY,
        location text COLLATE "C" NOT NULL UNIQUE,
        folder text,
        term bigint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN watcher.sources.location IS 'the real path of the folder; it finds the name again';
      COMMENT ON COLUMN watcher.sources.folder IS 'device and inode of the folder when it last held something';
      COMMENT ON COLUMN watcher.sources.term IS 'counts who led; a leader of an earlier term can write nothing';

      CREATE TABLE watcher.digests (
        sha256 bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
        size integer NOT NULL,
        bytes bytea NOT NULL CHECK (octet_length(bytes) = size),
        stored_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE watcher.digests ALTER COLUMN bytes SET STORAGE EXTERNAL;

      CREATE TABLE watcher.placements (
        source text COLLATE "C" NOT NULL REFERENCES watcher.sources,
        path text COLLATE "C" NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        sha256 bytea REFERENCES watcher.digests,
        size integer,
        date date,
        changed_at timestamptz NOT NULL DEFAULT now(),
        cleaned_at timestamptz,
        event_id uuid,
        seen text,
        settled boolean NOT NULL DEFAULT false,
        PRIMARY KEY (source, path),
        CHECK ((sha256 IS NULL) = (size IS NULL))
      );
      CREATE INDEX placements_digest ON watcher.placements (sha256);
      COMMENT ON COLUMN watcher.placements.sha256 IS 'null: deleted';
      COMMENT ON COLUMN watcher.placements.cleaned_at IS
        'when the file was given over to the policy of its source; its absence is then no deletion';
      COMMENT ON COLUMN watcher.placements.event_id IS 'the announcement of the current revision';
      COMMENT ON COLUMN watcher.placements.seen IS 'device:inode:size:mtime:ctime of the file as it was read; only a cache';
      COMMENT ON COLUMN watcher.placements.settled IS 'whether the same stat proves the same content';

      CREATE TABLE watcher.problems (
        source text COLLATE "C" NOT NULL REFERENCES watcher.sources,
        path text COLLATE "C" NOT NULL,
        code text NOT NULL,
        detail text NOT NULL,
        first_seen timestamptz NOT NULL DEFAULT now(),
        last_seen timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (source, path)
      );
      COMMENT ON TABLE watcher.problems IS 'what cannot be taken now; a row goes once its problem is resolved';

      CREATE VIEW watcher.source_view AS SELECT name, location, created_at FROM watcher.sources;

      CREATE VIEW watcher.digest_view AS SELECT sha256, size, bytes, stored_at FROM watcher.digests;

      CREATE VIEW watcher.placement_view AS
        SELECT source, path, encode(sha256, 'hex') AS sha256, size, date, revision, changed_at, cleaned_at,
          sha256 IS NOT NULL AS live
        FROM watcher.placements;

      CREATE VIEW watcher.problem_view AS SELECT source, path, code, detail, first_seen, last_seen FROM watcher.problems;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA watcher CASCADE');
  }
}
