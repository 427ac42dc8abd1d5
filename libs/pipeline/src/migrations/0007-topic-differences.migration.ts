import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics that exist with other settings are told where everything else is told, not only by the job that looked. */
export class PipelineKeepsTopicDifferences1700000000007 implements MigrationInterface {
  readonly name = 'PipelineKeepsTopicDifferences1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pipeline.topic_differences (
        topic text NOT NULL,
        setting text NOT NULL,
        wanted text NOT NULL,
        actual text NOT NULL,
        PRIMARY KEY (topic, setting)
      );
      COMMENT ON TABLE pipeline.topic_differences IS 'in what Kafka''s topics were not as they would be made, when the job last looked';
      CREATE VIEW pipeline.topic_difference_view AS
        SELECT topic, setting, wanted, actual FROM pipeline.topic_differences;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW pipeline.topic_difference_view;
      DROP TABLE pipeline.topic_differences;
    `);
  }
}
