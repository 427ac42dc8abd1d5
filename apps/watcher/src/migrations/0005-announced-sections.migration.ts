import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Announcements name the category and topic of a digest from now on; those from before left them to the usual layouts. */
export class WatcherAnnouncesSections1700000000105 implements MigrationInterface {
  readonly name = 'WatcherAnnouncesSections1700000000105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE watcher.placements ADD COLUMN section_announced boolean NOT NULL DEFAULT false;
      COMMENT ON COLUMN watcher.placements.section_announced IS
        'whether the current revision was announced with category and topic; if not, others know those of the usual layouts';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE watcher.placements DROP COLUMN section_announced');
  }
}
