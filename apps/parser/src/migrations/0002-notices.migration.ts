import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tells, over many digests, that something is wrong with a source though every file of it may be fine. */
export class ParserNoticesDrift1700000000202 implements MigrationInterface {
  readonly name = 'ParserNoticesDrift1700000000202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE parser.profiles (
        source text NOT NULL,
        path text NOT NULL,
        feed text NOT NULL,
        entries integer NOT NULL,
        chinese_titles integer NOT NULL,
        chinese_abstracts integer NOT NULL,
        comparable integer NOT NULL,
        short integer NOT NULL,
        garbled integer NOT NULL,
        han bigint NOT NULL,
        words bigint NOT NULL,
        without_authors integer NOT NULL,
        papers_hash bytea,
        PRIMARY KEY (source, path)
      );
      COMMENT ON TABLE parser.profiles IS 'of the digests that are there, empty ones too; a day is their sum';
      COMMENT ON COLUMN parser.profiles.papers_hash IS 'of the identifiers it prints, whatever their order; null: none';

      CREATE TABLE parser.index_claims (
        source text NOT NULL,
        path text NOT NULL,
        label text NOT NULL,
        papers integer NOT NULL,
        PRIMARY KEY (source, path, label, papers)
      );

      CREATE TABLE parser.notices (
        source text NOT NULL,
        kind text NOT NULL,
        about text NOT NULL,
        since date,
        until date,
        retracted boolean NOT NULL,
        figures json NOT NULL,
        details json NOT NULL,
        revision integer NOT NULL,
        event_id uuid NOT NULL,
        noticed_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE NULLS NOT DISTINCT (source, kind, about, since)
      );
      CREATE INDEX notices_by_time ON parser.notices (noticed_at DESC) WHERE NOT retracted;

      CREATE TABLE parser.reviews (
        source text PRIMARY KEY,
        changes bigint NOT NULL,
        parsed_at timestamptz NOT NULL,
        reviewed_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN parser.reviews.changes IS 'sum of the revisions that were looked at: it rises with every change';

      CREATE VIEW parser.profile_view AS
        SELECT source, path, feed, entries, chinese_titles, chinese_abstracts, comparable, short, garbled, han, words,
          without_authors
        FROM parser.profiles;
      CREATE VIEW parser.notice_view AS
        SELECT source, kind, about, since, until, retracted, figures, details, revision, event_id, noticed_at
        FROM parser.notices;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW parser.notice_view, parser.profile_view;
      DROP TABLE parser.reviews, parser.notices, parser.index_claims, parser.profiles;
    `);
  }
}
