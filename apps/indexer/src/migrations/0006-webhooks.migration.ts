import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on each webhook is told of changes. */
export class IndexerKeepsWebhooks1700000000406 implements MigrationInterface {
  readonly name = 'IndexerKeepsWebhooks1700000000406';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indexer.webhooks (
        name text PRIMARY KEY,
        told_from timestamptz NOT NULL
      );
      COMMENT ON COLUMN indexer.webhooks.told_from IS 'of states; what is older it is not told of. -infinity: of everything';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE indexer.webhooks');
  }
}
