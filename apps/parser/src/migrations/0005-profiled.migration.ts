import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which placements have no profile or claims yet, since they were parsed by a release that kept none. */
export class ParserRefillsProfiles1700000000205 implements MigrationInterface {
  readonly name = 'ParserRefillsProfiles1700000000205';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE parser.placements ADD COLUMN profiled boolean NOT NULL DEFAULT true;
      COMMENT ON COLUMN parser.placements.profiled IS
        'false: parsed before profiles and claims were kept; the reviewer reads it anew for them';

      UPDATE parser.placements AS placement SET profiled = false
      WHERE (kind IN ('digest', 'empty')
          AND NOT EXISTS (SELECT FROM parser.profiles AS each WHERE (each.source, each.path) = (placement.source, placement.path)))
        OR (kind = 'index-table'
          AND NOT EXISTS (SELECT FROM parser.index_claims AS each WHERE (each.source, each.path) = (placement.source, placement.path)));
      CREATE INDEX placements_unprofiled ON parser.placements (source, path) WHERE NOT profiled;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE parser.placements DROP COLUMN profiled');
  }
}
