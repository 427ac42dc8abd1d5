import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of the code came to what stands in a receipt, so that a trace can tell it. */
export class PipelineKeepsVersions1700000000006 implements MigrationInterface {
  readonly name = 'PipelineKeepsVersions1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pipeline.inbox ADD COLUMN service_version text;
      COMMENT ON COLUMN pipeline.inbox.service_version IS 'of the last attempt that ended; null: none has, or nobody kept it then';
      CREATE OR REPLACE VIEW pipeline.inbox_view AS
        SELECT consumer, event_id, status, attempt, redrives, next_at, topic, partition, "offset", key, headers, payload,
          error_code, error_detail, first_seen, updated_at, service_version
        FROM pipeline.inbox;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW pipeline.inbox_view;
      CREATE VIEW pipeline.inbox_view AS
        SELECT consumer, event_id, status, attempt, redrives, next_at, topic, partition, "offset", key, headers, payload,
          error_code, error_detail, first_seen, updated_at
        FROM pipeline.inbox;
      ALTER TABLE pipeline.inbox DROP COLUMN service_version;
    `);
  }
}
