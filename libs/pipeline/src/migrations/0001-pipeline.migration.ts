import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of the protocol (docs/protocol.md, "Tables"). None is partitioned: a unique key would have to contain
 * the partition column. Headers are json, not jsonb: they are copied, never searched, and json keeps their order.
 */
export class PipelineCreateTables1700000000001 implements MigrationInterface {
  readonly name = 'PipelineCreateTables1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS pipeline;

      CREATE TABLE pipeline.outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id uuid NOT NULL UNIQUE,
        topic text NOT NULL,
        key text NOT NULL,
        headers json NOT NULL,
        payload bytea,
        txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      COMMENT ON COLUMN pipeline.outbox.payload IS 'null: a pointer; whoever reads it loads the current state of the key';
      ALTER TABLE pipeline.outbox ALTER COLUMN payload SET STORAGE EXTERNAL;
      CREATE INDEX outbox_log ON pipeline.outbox (topic, txid, id);

      CREATE TABLE pipeline.cursor (
        reader text NOT NULL,
        topic text NOT NULL,
        txid xid8 NOT NULL DEFAULT '0',
        id bigint NOT NULL DEFAULT 0,
        moved_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (reader, topic)
      );

      CREATE TABLE pipeline.inbox (
        consumer text NOT NULL,
        event_id uuid NOT NULL,
        status text NOT NULL CHECK (status IN ('done', 'retrying', 'dead')),
        attempt integer NOT NULL DEFAULT 0,
        redrives integer NOT NULL DEFAULT 0,
        next_at timestamptz,
        armed_until timestamptz,
        epoch integer NOT NULL DEFAULT 0,
        lease_token uuid,
        lease_until timestamptz,
        topic text NOT NULL,
        partition integer NOT NULL,
        "offset" text NOT NULL,
        key text NOT NULL,
        headers json,
        payload bytea,
        payload_sha256 bytea NOT NULL,
        error_code text,
        error_detail text,
        first_seen timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (consumer, event_id)
      );
      ALTER TABLE pipeline.inbox ALTER COLUMN payload SET STORAGE EXTERNAL;
      CREATE INDEX inbox_open ON pipeline.inbox (status, next_at) WHERE status <> 'done';

      CREATE TABLE pipeline.commands (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        command text NOT NULL,
        reason text NOT NULL,
        detail text NOT NULL,
        affected integer NOT NULL
      );
      CREATE VIEW pipeline.outbox_view AS SELECT id, event_id, topic, key, txid, created_at FROM pipeline.outbox;
      CREATE VIEW pipeline.cursor_view AS SELECT reader, topic, txid, id, moved_at FROM pipeline.cursor;
      CREATE VIEW pipeline.inbox_view AS
        SELECT consumer, event_id, status, attempt, redrives, next_at, topic, partition, "offset", key, headers, payload,
          error_code, error_detail, first_seen, updated_at
        FROM pipeline.inbox;

      COMMENT ON TABLE pipeline.commands IS 'the audit: who asked for what, and how many rows it touched';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA pipeline CASCADE');
  }
}
