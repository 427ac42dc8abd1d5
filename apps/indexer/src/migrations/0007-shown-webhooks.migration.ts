import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Others see which webhooks there are, so that a trace can show what they were told. */
export class IndexerShowsWebhooks1700000000407 implements MigrationInterface {
  readonly name = 'IndexerShowsWebhooks1700000000407';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indexer.webhooks ADD COLUMN configured boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN indexer.webhooks.configured IS 'false: it was, and is told nothing any more';
      CREATE VIEW indexer.webhook_view AS
        SELECT name, 'diglot.webhook.' || name AS consumer, nullif(told_from, '-infinity') AS told_from, configured
        FROM indexer.webhooks;
      COMMENT ON COLUMN indexer.webhook_view.told_from IS 'what is older it is not told of; null: it is told of everything';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW indexer.webhook_view;
      ALTER TABLE indexer.webhooks DROP COLUMN configured;
    `);
  }
}
