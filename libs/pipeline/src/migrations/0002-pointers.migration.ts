import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds later pointers of a key, without which retention could not tell which one is the newest. */
export class PipelineIndexPointers1700000000002 implements MigrationInterface {
  readonly name = 'PipelineIndexPointers1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX outbox_pointers ON pipeline.outbox (topic, key, txid, id) WHERE payload IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX pipeline.outbox_pointers');
  }
}
