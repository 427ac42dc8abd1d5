import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What it takes to judge the text of an edit again. A fact about a review has the revision `revision + rejudged`: `revision`
 * counts what persons said, and is what they name when they take the place of each other; an engine that finds otherwise must
 * not come between two of them.
 */
export class TranslatorJudgesEditsAgain1700000000305 implements MigrationInterface {
  readonly name = 'TranslatorJudgesEditsAgain1700000000305';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE translator.reviews
        ADD COLUMN generation bigint NOT NULL DEFAULT 0,
        ADD COLUMN findings bytea,
        ADD COLUMN rejudged integer NOT NULL DEFAULT 0;
      COMMENT ON COLUMN translator.reviews.generation IS 'of the verdict on the text of an edit';
      COMMENT ON COLUMN translator.reviews.findings IS
        'hash of what was announced of that verdict; null: not announced since this column exists';
      COMMENT ON COLUMN translator.reviews.rejudged IS 'how often an engine found otherwise; a part of the revision of the fact';
      CREATE INDEX reviews_edited ON translator.reviews (generation) WHERE text_hash IS NOT NULL;

      CREATE OR REPLACE VIEW translator.review_view AS
        SELECT review.arxiv_id, review.genre, review.source_hash, review.target_hash, source.body AS source,
          target.body AS target, review.decision, edited.body AS text, review.reviewer, review.reason, review.reviewed_at,
          review.revision, review.announced, review.rejudged, review.generation, review.findings
        FROM translator.reviews AS review
        JOIN translator.texts AS source ON source.hash = review.source_hash
        JOIN translator.texts AS target ON target.hash = review.target_hash
        LEFT JOIN translator.texts AS edited ON edited.hash = review.text_hash
        WHERE review.revision > 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW translator.review_view;
      CREATE VIEW translator.review_view AS
        SELECT review.arxiv_id, review.genre, review.source_hash, review.target_hash, source.body AS source,
          target.body AS target, review.decision, edited.body AS text, review.reviewer, review.reason, review.reviewed_at,
          review.revision, review.announced
        FROM translator.reviews AS review
        JOIN translator.texts AS source ON source.hash = review.source_hash
        JOIN translator.texts AS target ON target.hash = review.target_hash
        LEFT JOIN translator.texts AS edited ON edited.hash = review.text_hash
        WHERE review.revision > 0;
      DROP INDEX translator.reviews_edited;
      ALTER TABLE translator.reviews DROP COLUMN generation, DROP COLUMN findings, DROP COLUMN rejudged;
    `);
  }
}
