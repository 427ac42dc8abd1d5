import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refused commands are audited too, and the audit can be read. */
export class PipelineAuditsRefusals1700000000004 implements MigrationInterface {
  readonly name = 'PipelineAuditsRefusals1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pipeline.commands
        ADD COLUMN outcome text NOT NULL DEFAULT 'done' CHECK (outcome IN ('done', 'refused'));
      CREATE VIEW pipeline.command_view AS
        SELECT id, at, actor, command, reason, detail, affected, outcome FROM pipeline.commands;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW pipeline.command_view;
      ALTER TABLE pipeline.commands DROP COLUMN outcome;
    `);
  }
}
