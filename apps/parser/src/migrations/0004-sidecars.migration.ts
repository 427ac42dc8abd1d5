import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the comparisons of sidecars with their digests came to. */
export class ParserComparesSidecars1700000000204 implements MigrationInterface {
  readonly name = 'ParserComparesSidecars1700000000204';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE parser.sidecar_comparisons (
        sidecar bytea NOT NULL,
        digest bytea NOT NULL,
        version integer NOT NULL,
        comparison json NOT NULL,
        PRIMARY KEY (sidecar, digest)
      );
      COMMENT ON TABLE parser.sidecar_comparisons IS 'by the SHA-256 of both contents, so each holds for ever';
      COMMENT ON COLUMN parser.sidecar_comparisons.digest IS 'empty: there was no digest';
      COMMENT ON COLUMN parser.sidecar_comparisons.version IS 'of the code that compared; another one compares anew';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE parser.sidecar_comparisons');
  }
}
