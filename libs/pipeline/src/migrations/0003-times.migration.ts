import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For rates and durations, and for whoever shows what an event said. Rows come in the order of time, so an index of block
 * ranges costs next to nothing to keep.
 */
export class PipelineIndexTimes1700000000003 implements MigrationInterface {
  readonly name = 'PipelineIndexTimes1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outbox_times ON pipeline.outbox USING brin (created_at) WITH (pages_per_range = 32, autosummarize = on);
      CREATE INDEX inbox_times ON pipeline.inbox USING brin (updated_at) WITH (pages_per_range = 32, autosummarize = on);
      CREATE OR REPLACE VIEW pipeline.outbox_view AS
        SELECT id, event_id, topic, key, txid, created_at, headers, payload FROM pipeline.outbox;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW pipeline.outbox_view;
      CREATE VIEW pipeline.outbox_view AS SELECT id, event_id, topic, key, txid, created_at FROM pipeline.outbox;
      DROP INDEX pipeline.inbox_times;
      DROP INDEX pipeline.outbox_times;
    `);
  }
}
