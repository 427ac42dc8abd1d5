import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What operators and analysts ask for: how the state of a paper changed, and counts by day and source. States that were
 * folded before this stay as they are until they are folded anew (`fold` says by which version), which the service does by
 * itself.
 */
export class IndexerKeepsReadModels1700000000403 implements MigrationInterface {
  readonly name = 'IndexerKeepsReadModels1700000000403';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE indexer.members ADD COLUMN stated_on date;
      COMMENT ON COLUMN indexer.members.stated_on IS 'UTC day of the fact; null: taken before it was kept';

      ALTER TABLE indexer.papers
        ADD COLUMN fold integer NOT NULL DEFAULT 0,
        ADD COLUMN contribution json;
      COMMENT ON COLUMN indexer.papers.fold IS 'version of the fold that made the state; 0: before versions were kept';
      COMMENT ON COLUMN indexer.papers.contribution IS 'what of indexer.trends is this paper''s; null: nothing';
      CREATE INDEX papers_by_fold ON indexer.papers (fold);

      CREATE TABLE indexer.trends (
        day date NOT NULL,
        source text NOT NULL,
        origin text NOT NULL,
        measure text NOT NULL,
        count bigint NOT NULL,
        PRIMARY KEY (day, source, origin, measure)
      ) WITH (fillfactor = 70);
      COMMENT ON TABLE indexer.trends IS
        'sums of what the sets of all papers hold; day -infinity: no path names one; source empty: a translation of no digest';

      CREATE TABLE indexer.revisions (
        arxiv_id text NOT NULL,
        revision integer NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        summary json NOT NULL,
        PRIMARY KEY (arxiv_id, revision)
      );
      COMMENT ON TABLE indexer.revisions IS 'what each revision of a state said of its texts: how issues came and went';

      CREATE VIEW indexer.trend_view AS SELECT day, source, origin, measure, count FROM indexer.trends WHERE count <> 0;
      CREATE VIEW indexer.revision_view AS SELECT arxiv_id, revision, at, summary FROM indexer.revisions;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW indexer.revision_view;
      DROP VIEW indexer.trend_view;
      DROP TABLE indexer.revisions;
      DROP TABLE indexer.trends;
      DROP INDEX indexer.papers_by_fold;
      ALTER TABLE indexer.papers DROP COLUMN contribution, DROP COLUMN fold;
      ALTER TABLE indexer.members DROP COLUMN stated_on;
    `);
  }
}
