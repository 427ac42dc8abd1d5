import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search over the states of papers, and what lists of papers are ordered and filtered by.
 * `-infinity` stands for "no digest's path names a day": lists are ordered by (date, id), which must not be null.
 */
export class IndexerAddSearch1700000000402 implements MigrationInterface {
  readonly name = 'IndexerAddSearch1700000000402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indexer.search (
        arxiv_id text PRIMARY KEY,
        revision integer NOT NULL,
        newest_date date NOT NULL,
        terms integer[] NOT NULL,
        body text NOT NULL
      );
      COMMENT ON TABLE indexer.search IS 'one row per paper, empty when nobody prints it any more: revisions never restart';
      CREATE INDEX search_terms ON indexer.search USING gin (terms);
      CREATE INDEX search_newest ON indexer.search (newest_date DESC, arxiv_id DESC);

      ALTER TABLE indexer.papers ADD COLUMN verdict text NOT NULL GENERATED ALWAYS AS (
        CASE
          WHEN 'retranslate' IN (title_verdict, abstract_verdict) THEN 'retranslate'
          WHEN 'flag' IN (title_verdict, abstract_verdict) THEN 'flag'
          WHEN 'accept' IN (title_verdict, abstract_verdict) THEN 'accept'
          ELSE 'unverified'
        END
      ) STORED;
      COMMENT ON COLUMN indexer.papers.verdict IS 'the worse of the two';

      DROP INDEX indexer.papers_newest;
      CREATE INDEX papers_listed ON indexer.papers
        (coalesce(newest_date, '-infinity'::date) DESC, arxiv_id DESC) WHERE state IS NOT NULL;
      CREATE INDEX papers_by_verdict ON indexer.papers
        (verdict, coalesce(newest_date, '-infinity'::date) DESC, arxiv_id DESC) WHERE state IS NOT NULL;

      CREATE OR REPLACE VIEW indexer.paper_view AS
        SELECT arxiv_id, revision, state, newest_date, title_verdict, abstract_verdict, updated_at,
          verdict, coalesce(newest_date, '-infinity'::date) AS listed_date
        FROM indexer.papers WHERE state IS NOT NULL;
      CREATE VIEW indexer.search_view AS
        SELECT arxiv_id, revision, newest_date AS listed_date, terms, body FROM indexer.search;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW indexer.search_view;
      DROP TABLE indexer.search;
      DROP VIEW indexer.paper_view;
      DROP INDEX indexer.papers_by_verdict;
      DROP INDEX indexer.papers_listed;
      ALTER TABLE indexer.papers DROP COLUMN verdict;
      CREATE INDEX papers_newest ON indexer.papers (newest_date DESC NULLS LAST, arxiv_id DESC) WHERE state IS NOT NULL;
      CREATE VIEW indexer.paper_view AS
        SELECT arxiv_id, revision, state, newest_date, title_verdict, abstract_verdict, updated_at
        FROM indexer.papers WHERE state IS NOT NULL;
    `);
  }
}
