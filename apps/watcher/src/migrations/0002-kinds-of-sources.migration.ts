import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources that are no folders, or no longer configured; and what paths say beside the day. */
export class WatcherKnowsKindsOfSources1700000000102 implements MigrationInterface {
  readonly name = 'WatcherKnowsKindsOfSources1700000000102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE watcher.sources
        ADD COLUMN kind text NOT NULL DEFAULT 'folder' CHECK (kind IN ('folder', 'git', 'uploads')),
        ADD COLUMN configured boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN watcher.sources.location IS
        'the real path of a folder, the address of a repository; it finds the name again';
      COMMENT ON COLUMN watcher.sources.configured IS
        'false: no configuration names it any more; its placements stay until somebody gives the command to forget them';

      ALTER TABLE watcher.placements ADD COLUMN category text, ADD COLUMN topic text;

      CREATE OR REPLACE VIEW watcher.source_view AS
        SELECT name, location, created_at, kind, configured FROM watcher.sources;

      CREATE OR REPLACE VIEW watcher.placement_view AS
        SELECT source, path, encode(sha256, 'hex') AS sha256, size, date, revision, changed_at, cleaned_at,
          sha256 IS NOT NULL AS live, category, topic
        FROM watcher.placements;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW watcher.placement_view, watcher.source_view;
      ALTER TABLE watcher.placements DROP COLUMN category, DROP COLUMN topic;
      ALTER TABLE watcher.sources DROP COLUMN kind, DROP COLUMN configured;
      CREATE VIEW watcher.source_view AS SELECT name, location, created_at FROM watcher.sources;
      CREATE VIEW watcher.placement_view AS
        SELECT source, path, encode(sha256, 'hex') AS sha256, size, date, revision, changed_at, cleaned_at,
          sha256 IS NOT NULL AS live
        FROM watcher.placements;
    `);
  }
}
