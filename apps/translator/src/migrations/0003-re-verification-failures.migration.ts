import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text that kills whoever judges it keeps its old verdict; how many did, and why, is counted and shown. */
export class TranslatorCountsFailures1700000000303 implements MigrationInterface {
  readonly name = 'TranslatorCountsFailures1700000000303';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE translator.re_verifications
        ADD COLUMN failed integer NOT NULL DEFAULT 0,
        ADD COLUMN last_error text;
      COMMENT ON COLUMN translator.re_verifications.failed IS 'that keep their old verdicts, for the engine died of them';

      CREATE OR REPLACE VIEW translator.re_verification_view AS
        SELECT generation, engine, actor, reason, requested_at, started_at, finished_at, entries, judged, changed,
          CASE WHEN finished_at IS NULL THEN (
            SELECT count(*)::int FROM translator.entries
            WHERE printed IS NOT NULL AND entries.generation < re_verifications.generation
          ) ELSE 0 END AS remaining,
          failed, last_error
        FROM translator.re_verifications;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW translator.re_verification_view;
      ALTER TABLE translator.re_verifications DROP COLUMN failed, DROP COLUMN last_error;
      CREATE VIEW translator.re_verification_view AS
        SELECT generation, engine, actor, reason, requested_at, started_at, finished_at, entries, judged, changed,
          CASE WHEN finished_at IS NULL THEN (
            SELECT count(*)::int FROM translator.entries
            WHERE printed IS NOT NULL AND entries.generation < re_verifications.generation
          ) ELSE 0 END AS remaining
        FROM translator.re_verifications;
    `);
  }
}
