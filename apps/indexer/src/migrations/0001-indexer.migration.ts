import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The indexer's facts: the members of every paper's set, the state they fold to, and search behind it.
 * Documents are json, not jsonb: they are copied, never searched, and jsonb would sort their keys.
 */
export class IndexerCreateTables1700000000401 implements MigrationInterface {
  readonly name = 'IndexerCreateTables1700000000401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS indexer;

      CREATE TABLE indexer.members (
        arxiv_id text NOT NULL,
        subject text NOT NULL,
        revision integer NOT NULL,
        retracted boolean NOT NULL,
        fact json NOT NULL,
        PRIMARY KEY (arxiv_id, subject)
      );
      COMMENT ON TABLE indexer.members IS 'the set that a paper''s state is folded from: one row per subject of paper.translated';

      CREATE TABLE indexer.papers (
        arxiv_id text PRIMARY KEY,
        revision integer NOT NULL DEFAULT 0,
        state json,
        state_hash bytea,
        newest_date date,
        title_verdict text,
        abstract_verdict text,
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN indexer.papers.state IS 'null: nobody prints the paper any more';
      CREATE INDEX papers_newest ON indexer.papers (newest_date DESC NULLS LAST, arxiv_id DESC) WHERE state IS NOT NULL;

      CREATE VIEW indexer.paper_view AS
        SELECT arxiv_id, revision, state, newest_date, title_verdict, abstract_verdict, updated_at
        FROM indexer.papers WHERE state IS NOT NULL;
      CREATE VIEW indexer.occurrence_view AS
        SELECT arxiv_id, subject, revision, fact FROM indexer.members WHERE NOT retracted;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA indexer CASCADE');
  }
}
