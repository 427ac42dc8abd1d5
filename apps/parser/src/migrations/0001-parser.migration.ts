import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The parser's facts: hashes and places, no texts (those are in the digests, and downstream). */
export class ParserCreateTables1700000000201 implements MigrationInterface {
  readonly name = 'ParserCreateTables1700000000201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS parser;

      CREATE TABLE parser.placements (
        source text NOT NULL,
        path text NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        sha256 bytea,
        kind text,
        entries integer NOT NULL DEFAULT 0,
        parsed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (source, path)
      );
      COMMENT ON COLUMN parser.placements.kind IS 'what the file turned out to be; null when the placement is empty';

      CREATE TABLE parser.entries (
        source text NOT NULL,
        path text NOT NULL,
        arxiv_id text NOT NULL,
        ordinal integer NOT NULL,
        revision integer NOT NULL,
        hash bytea NOT NULL,
        retracted boolean NOT NULL,
        line integer NOT NULL,
        PRIMARY KEY (source, path, arxiv_id, ordinal)
      );
      CREATE INDEX entries_of_paper ON parser.entries (arxiv_id) WHERE NOT retracted;

      CREATE TABLE parser.diagnostics (
        source text NOT NULL,
        path text NOT NULL,
        position integer NOT NULL,
        severity text NOT NULL,
        code text NOT NULL,
        line integer NOT NULL,
        "column" integer NOT NULL,
        field text,
        message text NOT NULL,
        PRIMARY KEY (source, path, position)
      );

      CREATE VIEW parser.placement_view AS
        SELECT source, path, revision, encode(sha256, 'hex') AS sha256, kind, entries, parsed_at FROM parser.placements;
      CREATE VIEW parser.diagnostic_view AS
        SELECT source, path, position, severity, code, line, "column", field, message FROM parser.diagnostics;
      CREATE VIEW parser.entry_view AS
        SELECT source, path, arxiv_id, ordinal, revision, retracted, line FROM parser.entries;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA parser CASCADE');
  }
}
