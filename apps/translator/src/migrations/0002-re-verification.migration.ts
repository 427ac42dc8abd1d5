import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What it takes to judge an entry again without asking anybody: what it prints, its texts by their hashes, and which
 * generation of verdicts it has. A generation is one passage of one engine over all entries.
 */
export class TranslatorRemembersEntries1700000000302 implements MigrationInterface {
  readonly name = 'TranslatorRemembersEntries1700000000302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE translator.entries
        ADD COLUMN printed json,
        ADD COLUMN digest_date date,
        ADD COLUMN generation bigint NOT NULL DEFAULT 0;
      COMMENT ON COLUMN translator.entries.printed IS
        'digest and paper, texts by their hashes; null: retracted, or not taken since this column exists';

      CREATE INDEX entries_by_generation ON translator.entries (generation, digest_date DESC NULLS LAST)
        WHERE printed IS NOT NULL;

      CREATE TABLE translator.re_verifications (
        generation bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        engine text,
        actor text NOT NULL,
        reason text NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        entries integer NOT NULL DEFAULT 0,
        judged integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN translator.re_verifications.engine IS 'that judges; null: asked for, not begun';
      COMMENT ON COLUMN translator.re_verifications.entries IS 'that there were to judge when it began';
      COMMENT ON COLUMN translator.re_verifications.changed IS 'announced anew, for their verdicts are others now';

      CREATE VIEW translator.re_verification_view AS
        SELECT generation, engine, actor, reason, requested_at, started_at, finished_at, entries, judged, changed,
          CASE WHEN finished_at IS NULL THEN (
            SELECT count(*)::int FROM translator.entries
            WHERE printed IS NOT NULL AND entries.generation < re_verifications.generation
          ) ELSE 0 END AS remaining
        FROM translator.re_verifications;

      CREATE FUNCTION translator.request_re_verification(actor text, reason text) RETURNS bigint
        LANGUAGE sql AS $$
          INSERT INTO translator.re_verifications (actor, reason) VALUES (actor, reason) RETURNING generation
        $$;
      COMMENT ON FUNCTION translator.request_re_verification IS
        'how others ask for all texts to be judged again; the generation it returns is found in re_verification_view';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION translator.request_re_verification;
      DROP VIEW translator.re_verification_view;
      DROP TABLE translator.re_verifications;
      DROP INDEX translator.entries_by_generation;
      ALTER TABLE translator.entries DROP COLUMN printed, DROP COLUMN digest_date, DROP COLUMN generation;
    `);
  }
}
