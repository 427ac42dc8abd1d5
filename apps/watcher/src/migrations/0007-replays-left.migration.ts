import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Others see how much of a replay is left, so that they can tell how far it is. */
export class WatcherTellsWhatReplaysHaveLeft1700000000107 implements MigrationInterface {
  readonly name = 'WatcherTellsWhatReplaysHaveLeft1700000000107';

  async up(runner: QueryRunner): Promise<void> {
    // The condition of replayed-placements.statement.ts: what is counted is what will be announced.
    await runner.query(`
      CREATE OR REPLACE VIEW watcher.replay_view AS
        SELECT id, from_date, source, actor, reason, requested_at, announced, finished_at,
          CASE WHEN finished_at IS NOT NULL THEN 0 ELSE (
            SELECT count(*)::int FROM watcher.placements
            WHERE sha256 IS NOT NULL AND date >= replays.from_date
              AND (replays.source IS NULL OR placements.source = replays.source)
              AND (placements.source, path) > (replays.last_source, replays.last_path)
          ) END AS remaining
        FROM watcher.replays;
      COMMENT ON COLUMN watcher.replay_view.remaining IS
        'placements that it would announce if none came or went from now on; what comes behind it is not among them';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW watcher.replay_view;
      CREATE VIEW watcher.replay_view AS
        SELECT id, from_date, source, actor, reason, requested_at, announced, finished_at FROM watcher.replays;
    `);
  }
}
