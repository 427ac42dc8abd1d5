import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Others see when a source was last looked through, and whether anything of it is still to be taken. */
export class WatcherTellsOfScans1700000000106 implements MigrationInterface {
  readonly name = 'WatcherTellsOfScans1700000000106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE watcher.sources ADD COLUMN scanned_at timestamptz, ADD COLUMN untaken int NOT NULL DEFAULT 0;
      COMMENT ON COLUMN watcher.sources.scanned_at IS
        'when the last scan began of which all that rested is taken, by the clock of who leads; told every few seconds';
      COMMENT ON COLUMN watcher.sources.untaken IS 'files that it saw and did not take: they change, and are no problem yet';

      CREATE OR REPLACE VIEW watcher.source_view AS
        SELECT name, location, created_at, kind, configured, scanned_at, untaken FROM watcher.sources;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW watcher.source_view;
      ALTER TABLE watcher.sources DROP COLUMN scanned_at, DROP COLUMN untaken;
      CREATE VIEW watcher.source_view AS SELECT name, location, created_at, kind, configured FROM watcher.sources;
    `);
  }
}
