import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reviews: what persons say of pairs of texts (docs/adr/0013). A review that is asked for is one at once; the service
 * announces it in its own time. Rows are never deleted, so revisions never restart.
 *
 * A fact about a review has the revision `revision + rejudged`: `revision` counts what persons said, and is what they name when
 * they take the place of each other; an engine that finds otherwise in an edit must not come between two of them.
 */
export class TranslatorTakesReviews1700000000304 implements MigrationInterface {
  readonly name = 'TranslatorTakesReviews1700000000304';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE translator.reviews (
        arxiv_id text COLLATE "C" NOT NULL,
        genre text COLLATE "C" NOT NULL CHECK (genre IN ('title', 'abstract')),
        source_hash bytea NOT NULL REFERENCES translator.texts,
        target_hash bytea NOT NULL REFERENCES translator.texts,
        decision text CHECK (decision IN ('accepted', 'rejected', 'edited')),
        text_hash bytea REFERENCES translator.texts CHECK ((text_hash IS NOT NULL) = (decision IS NOT DISTINCT FROM 'edited')),
        reviewer text NOT NULL DEFAULT '',
        reason text,
        reviewed_at timestamptz NOT NULL DEFAULT now(),
        revision integer NOT NULL DEFAULT 0,
        announced integer NOT NULL DEFAULT 0,
        generation bigint NOT NULL DEFAULT 0,
        findings bytea,
        rejudged integer NOT NULL DEFAULT 0,
        PRIMARY KEY (arxiv_id, genre, source_hash, target_hash)
      );
      CREATE INDEX reviews_unannounced ON translator.reviews (reviewed_at) WHERE announced < revision;
      CREATE INDEX reviews_newest ON translator.reviews (reviewed_at DESC, arxiv_id DESC, genre DESC, source_hash DESC, target_hash DESC);
      CREATE INDEX reviews_edited ON translator.reviews (generation) WHERE text_hash IS NOT NULL;
      COMMENT ON TABLE translator.reviews IS 'the latest review of each pair; those before it stand in the audit';
      COMMENT ON COLUMN translator.reviews.decision IS 'null: taken back';
      COMMENT ON COLUMN translator.reviews.text_hash IS 'the text that takes the place of the target';
      COMMENT ON COLUMN translator.reviews.announced IS 'the revision that was announced last';
      COMMENT ON COLUMN translator.reviews.generation IS 'of the verdict on the text of an edit';
      COMMENT ON COLUMN translator.reviews.findings IS 'hash of what was announced of that verdict; null: nothing was';
      COMMENT ON COLUMN translator.reviews.rejudged IS 'how often an engine found otherwise; a part of the revision of the fact';

      CREATE VIEW translator.text_view AS SELECT hash, body FROM translator.texts;
      CREATE VIEW translator.review_view AS
        SELECT review.arxiv_id, review.genre, review.source_hash, review.target_hash, source.body AS source,
          target.body AS target, review.decision, edited.body AS text, review.reviewer, review.reason, review.reviewed_at,
          review.revision, review.announced, review.rejudged, review.generation, review.findings
        FROM translator.reviews AS review
        JOIN translator.texts AS source ON source.hash = review.source_hash
        JOIN translator.texts AS target ON target.hash = review.target_hash
        LEFT JOIN translator.texts AS edited ON edited.hash = review.text_hash
        WHERE review.revision > 0;

      CREATE FUNCTION translator.request_review(
        arxiv_id text, genre text, source_hash bytea, target_hash bytea, decision text, body text, reviewer text, reason text,
        replaces integer
      ) RETURNS TABLE (outcome text, revision integer, reviewed_at timestamptz)
        LANGUAGE plpgsql AS $$
          #variable_conflict use_column
          DECLARE
            asked ALIAS FOR $5;
            edited bytea := CASE WHEN $6 IS NULL THEN NULL ELSE sha256(convert_to($6, 'UTF8')) END;
            held translator.reviews;
          BEGIN
            PERFORM FROM translator.texts AS source, translator.texts AS target WHERE source.hash = $3 AND target.hash = $4;
            IF NOT FOUND THEN
              RETURN QUERY SELECT 'unknown', 0, NULL::timestamptz;
              RETURN;
            END IF;
            INSERT INTO translator.reviews (arxiv_id, genre, source_hash, target_hash) VALUES ($1, $2, $3, $4)
              ON CONFLICT DO NOTHING;
            SELECT * INTO held FROM translator.reviews AS review
              WHERE review.arxiv_id = $1 AND review.genre = $2 AND review.source_hash = $3 AND review.target_hash = $4
              FOR UPDATE;
            IF held.decision IS NOT DISTINCT FROM asked AND held.text_hash IS NOT DISTINCT FROM edited
              AND (asked IS NULL OR (held.reviewer = $7 AND held.reason IS NOT DISTINCT FROM $8)) THEN
              RETURN QUERY SELECT 'unchanged', held.revision, held.reviewed_at;
            ELSIF held.revision <> $9 THEN
              RETURN QUERY SELECT 'replaced', held.revision, held.reviewed_at;
            ELSE
              IF edited IS NOT NULL THEN
                INSERT INTO translator.texts (hash, body) VALUES (edited, $6) ON CONFLICT DO NOTHING;
              END IF;
              RETURN QUERY UPDATE translator.reviews AS review SET decision = asked, text_hash = edited, reviewer = $7,
                  reason = $8, reviewed_at = now(), revision = review.revision + 1
                WHERE review.arxiv_id = $1 AND review.genre = $2 AND review.source_hash = $3 AND review.target_hash = $4
                RETURNING 'taken', review.revision, review.reviewed_at;
            END IF;
          END
        $$;
      COMMENT ON FUNCTION translator.request_review IS
        'how others hand over a review of a pair, or take one back (no decision); taken, unchanged, unknown: no such texts, or '
        'replaced: the revision that it was to take the place of is not the latest; null: whatever that is';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION translator.request_review;
      DROP VIEW translator.review_view;
      DROP VIEW translator.text_view;
      DROP TABLE translator.reviews;
    `);
  }
}
