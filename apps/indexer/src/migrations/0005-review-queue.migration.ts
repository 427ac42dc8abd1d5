import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The texts that are shown and wait for a person. Rows of papers that were folded before this are made when they are folded
 * anew, which the service does by itself.
 */
export class IndexerQueuesReviews1700000000405 implements MigrationInterface {
  readonly name = 'IndexerQueuesReviews1700000000405';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE indexer.review_queue (
        arxiv_id text COLLATE "C" NOT NULL,
        genre text COLLATE "C" NOT NULL,
        severity smallint NOT NULL,
        newest_date date NOT NULL,
        rejected boolean NOT NULL,
        sources jsonb NOT NULL,
        codes jsonb NOT NULL,
        PRIMARY KEY (arxiv_id, genre)
      );
      COMMENT ON TABLE indexer.review_queue IS 'texts that are shown and are not accepted, each with what the queue is narrowed by';
      COMMENT ON COLUMN indexer.review_queue.severity IS 'of the worst issue: 0 neutral or none, 1 minor, 2 major, 3 critical';
      COMMENT ON COLUMN indexer.review_queue.rejected IS 'a person rejected it, and there is nothing better';
      CREATE INDEX review_queue_worst ON indexer.review_queue
        (rejected, severity DESC, newest_date DESC, arxiv_id DESC, genre DESC);
      CREATE INDEX review_queue_newest ON indexer.review_queue (rejected, newest_date DESC, arxiv_id DESC, genre DESC);

      CREATE VIEW indexer.review_queue_view AS
        SELECT arxiv_id, genre, severity, newest_date AS listed_date, rejected, sources, codes FROM indexer.review_queue;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW indexer.review_queue_view;
      DROP TABLE indexer.review_queue;
    `);
  }
}
