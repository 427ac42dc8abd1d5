import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What others ask of the watcher: to take a digest that no source of its own holds, and to forget a source. */
export class WatcherTakesRequests1700000000103 implements MigrationInterface {
  readonly name = 'WatcherTakesRequests1700000000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watcher.uploads (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source text COLLATE "C" NOT NULL REFERENCES watcher.sources,
        path text COLLATE "C" NOT NULL,
        sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
        bytes bytea NOT NULL,
        refused text,
        uploaded_at timestamptz NOT NULL DEFAULT now()
      );
      ALTER TABLE watcher.uploads ALTER COLUMN bytes SET STORAGE EXTERNAL;
      CREATE INDEX uploads_place ON watcher.uploads (source, path, id);
      COMMENT ON TABLE watcher.uploads IS 'digests that were given to us, until they are placements; in the order of their ids';
      COMMENT ON COLUMN watcher.uploads.refused IS 'the code of why it cannot become one; it is then kept, and a problem';

      ALTER TABLE watcher.sources ADD COLUMN forget_asked_at timestamptz;
      COMMENT ON COLUMN watcher.sources.forget_asked_at IS 'somebody wants its placements retracted; null once that is done';

      CREATE VIEW watcher.request_view AS
        SELECT 'upload' AS kind, source, path, uploaded_at AS asked_at FROM watcher.uploads WHERE refused IS NULL
        UNION ALL
        SELECT 'forget', name, '', forget_asked_at FROM watcher.sources WHERE forget_asked_at IS NOT NULL;

      CREATE FUNCTION watcher.request_upload(source text, path text, bytes bytea) RETURNS text
        LANGUAGE plpgsql AS $$
          DECLARE
            hash bytea := sha256(bytes);
            held bytea;
          BEGIN
            INSERT INTO watcher.sources (name, location, kind)
              VALUES (request_upload.source, 'uploads:' || request_upload.source, 'uploads') ON CONFLICT DO NOTHING;
            PERFORM FROM watcher.sources AS known WHERE known.name = request_upload.source AND known.kind = 'uploads' FOR SHARE;
            IF NOT FOUND THEN RETURN 'configured'; END IF;
            SELECT each.sha256 INTO held FROM watcher.uploads AS each
              WHERE each.source = request_upload.source AND each.path = request_upload.path AND each.refused IS NULL
              ORDER BY each.id DESC LIMIT 1;
            IF NOT FOUND THEN
              SELECT each.sha256 INTO held FROM watcher.placements AS each
                WHERE each.source = request_upload.source AND each.path = request_upload.path;
            END IF;
            IF held = hash THEN RETURN 'unchanged'; END IF;
            INSERT INTO watcher.uploads (source, path, sha256, bytes)
              VALUES (request_upload.source, request_upload.path, hash, request_upload.bytes);
            RETURN CASE WHEN held IS NULL THEN 'new' ELSE 'changed' END;
          END
        $$;
      COMMENT ON FUNCTION watcher.request_upload IS
        'how others hand over a digest: new, changed or unchanged; configured: the watcher fills that source itself';

      CREATE FUNCTION watcher.request_forget(source text) RETURNS TABLE (outcome text, digests integer)
        LANGUAGE plpgsql AS $$
          DECLARE known watcher.sources;
          BEGIN
            SELECT * INTO known FROM watcher.sources AS each WHERE each.name = request_forget.source FOR UPDATE;
            IF NOT FOUND THEN
              RETURN QUERY SELECT 'unknown', 0;
            ELSIF known.kind <> 'uploads' AND known.configured THEN
              RETURN QUERY SELECT 'configured', 0;
            ELSE
              UPDATE watcher.sources SET forget_asked_at = coalesce(forget_asked_at, now()) WHERE name = known.name;
              RETURN QUERY SELECT 'asked', count(*)::int FROM watcher.placements AS each
                WHERE each.source = known.name AND each.sha256 IS NOT NULL;
            END IF;
          END
        $$;
      COMMENT ON FUNCTION watcher.request_forget IS
        'how others ask for the placements of a source to be retracted: asked, unknown, or configured, which refuses it';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION watcher.request_forget, watcher.request_upload;
      DROP VIEW watcher.request_view;
      DROP TABLE watcher.uploads;
      ALTER TABLE watcher.sources DROP COLUMN forget_asked_at;
    `);
  }
}
