import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Replays: placements that are announced again because others ask for it (docs/protocol.md, "Replay"). */
export class WatcherReplays1700000000104 implements MigrationInterface {
  readonly name = 'WatcherReplays1700000000104';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watcher.replays (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        from_date date NOT NULL,
        source text COLLATE "C",
        actor text NOT NULL,
        reason text NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        announced integer NOT NULL DEFAULT 0,
        last_source text COLLATE "C" NOT NULL DEFAULT '',
        last_path text COLLATE "C" NOT NULL DEFAULT '',
        finished_at timestamptz
      );
      CREATE INDEX replays_open ON watcher.replays (requested_at) WHERE finished_at IS NULL;
      COMMENT ON COLUMN watcher.replays.source IS 'null: all sources';
      COMMENT ON COLUMN watcher.replays.last_path IS 'placements up to this one, in the order of their keys, are announced';

      CREATE VIEW watcher.replay_view AS
        SELECT id, from_date, source, actor, reason, requested_at, announced, finished_at FROM watcher.replays;

      CREATE FUNCTION watcher.request_replay(from_date date, source text, actor text, reason text) RETURNS uuid
        LANGUAGE sql AS $$
          INSERT INTO watcher.replays (from_date, source, actor, reason)
          VALUES (request_replay.from_date, request_replay.source, request_replay.actor, request_replay.reason)
          RETURNING id
        $$;
      COMMENT ON FUNCTION watcher.request_replay IS
        'how others ask for digests to be read again; the id that it returns is found in replay_view';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION watcher.request_replay;
      DROP VIEW watcher.replay_view;
      DROP TABLE watcher.replays;
    `);
  }
}
