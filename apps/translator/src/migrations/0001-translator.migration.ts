import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The translator's facts: the translation memory (texts by hash), verdicts, and what it last said of each entry. */
export class TranslatorCreateTables1700000000301 implements MigrationInterface {
  readonly name = 'TranslatorCreateTables1700000000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS translator;

      CREATE TABLE translator.texts (
        hash bytea PRIMARY KEY,
        body text NOT NULL
      );

      CREATE TABLE translator.verdicts (
        genre text NOT NULL,
        source_hash bytea NOT NULL,
        target_hash bytea NOT NULL,
        engine text NOT NULL,
        verdict text NOT NULL,
        score real NOT NULL,
        issues json NOT NULL,
        judged_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (source_hash, target_hash, genre, engine)
      );

      CREATE TABLE translator.entries (
        source text NOT NULL,
        path text NOT NULL,
        arxiv_id text NOT NULL,
        ordinal integer NOT NULL,
        parsed_revision integer NOT NULL DEFAULT 0,
        revision integer NOT NULL DEFAULT 0,
        hash bytea,
        PRIMARY KEY (source, path, arxiv_id, ordinal)
      );
      COMMENT ON COLUMN translator.entries.hash IS 'of what was announced last';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA translator CASCADE');
  }
}
