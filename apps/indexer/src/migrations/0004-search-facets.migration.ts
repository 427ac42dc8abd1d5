import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search that counts. What is counted stands in rows so narrow that a million papers fit into a hundred megabytes:
 * terms and text are kept out of line. Terms are wide enough to say all of a word, and hold what papers are narrowed by.
 * Rows of before are made anew when their states are folded anew; until then they are listed, and found by Chinese alone.
 */
export class IndexerAddFacets1700000000404 implements MigrationInterface {
  readonly name = 'IndexerAddFacets1700000000404';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW indexer.search_view;
      ALTER TABLE indexer.search RENAME TO search_before;
      DROP INDEX indexer.search_terms;
      DROP INDEX indexer.search_newest;
      ALTER INDEX indexer.search_pkey RENAME TO search_before_pkey;

      CREATE TABLE indexer.facet_groups (
        id bigint PRIMARY KEY,
        facets json NOT NULL
      );
      COMMENT ON TABLE indexer.facet_groups IS
        'every combination of what papers are counted by, once; its id is a hash of it, and no row ever changes';

      CREATE TABLE indexer.search (
        arxiv_id text COLLATE "C" PRIMARY KEY,
        revision integer NOT NULL,
        newest_date date NOT NULL,
        facet_group bigint NOT NULL,
        authors text NOT NULL,
        terms bigint[] NOT NULL,
        body text NOT NULL
      ) WITH (toast_tuple_target = 128);
      COMMENT ON TABLE indexer.search IS 'one row per paper, empty when nobody prints it any more: revisions never restart';
      ALTER TABLE indexer.search ALTER COLUMN terms SET STORAGE EXTERNAL, ALTER COLUMN body SET STORAGE EXTERNAL;
      ALTER TABLE indexer.search ALTER COLUMN terms SET STATISTICS 0, ALTER COLUMN body SET STATISTICS 0;
      INSERT INTO indexer.facet_groups VALUES (0, '{}');
      INSERT INTO indexer.search
        SELECT arxiv_id, revision, newest_date, 0, '', terms, body FROM indexer.search_before ORDER BY arxiv_id;
      DROP TABLE indexer.search_before;
      CREATE INDEX search_terms ON indexer.search USING gin (terms);
      CREATE INDEX search_newest ON indexer.search (newest_date DESC, arxiv_id DESC);

      CREATE VIEW indexer.search_view AS
        SELECT arxiv_id, revision, newest_date AS listed_date, facet_group, authors, terms, body FROM indexer.search;
      CREATE VIEW indexer.facet_group_view AS SELECT id, facets FROM indexer.facet_groups;

      CREATE VIEW indexer.member_view AS SELECT arxiv_id, subject, revision, retracted FROM indexer.members;
      CREATE VIEW indexer.revised_view AS SELECT arxiv_id, revision FROM indexer.papers WHERE revision > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW indexer.revised_view;
      DROP VIEW indexer.member_view;
      DROP VIEW indexer.facet_group_view;
      DROP VIEW indexer.search_view;
      DROP TABLE indexer.search;
      DROP TABLE indexer.facet_groups;
      CREATE TABLE indexer.search (
        arxiv_id text PRIMARY KEY,
        revision integer NOT NULL,
        newest_date date NOT NULL,
        terms integer[] NOT NULL,
        body text NOT NULL
      );
      CREATE INDEX search_terms ON indexer.search USING gin (terms);
      CREATE INDEX search_newest ON indexer.search (newest_date DESC, arxiv_id DESC);
      CREATE VIEW indexer.search_view AS
        SELECT arxiv_id, revision, newest_date AS listed_date, terms, body FROM indexer.search;
    `);
  }
}
