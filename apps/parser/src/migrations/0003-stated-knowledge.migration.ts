import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was said of a digest beside its bytes, when it was taken: other entries carry it, so another word restates them. */
export class ParserKeepsStatedKnowledge1700000000203 implements MigrationInterface {
  readonly name = 'ParserKeepsStatedKnowledge1700000000203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE parser.placements
        ADD COLUMN stated boolean NOT NULL DEFAULT false,
        ADD COLUMN date date, ADD COLUMN category text, ADD COLUMN topic text;
      COMMENT ON COLUMN parser.placements.stated IS 'whether date, category and topic are those that its entries were given';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE parser.placements DROP COLUMN stated, DROP COLUMN date, DROP COLUMN category, DROP COLUMN topic
    `);
  }
}
