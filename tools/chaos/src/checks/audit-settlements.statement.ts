import type { Database } from '@diglot/platform';

/**
 * A receipt does not tell how often it was settled, so each transaction that leaves it `done` is written down. What a
 * transaction takes back again (a batch is receipted as done, then a failed event of it settled otherwise) does not count.
 */
const AUDIT = `
  CREATE SCHEMA IF NOT EXISTS chaos;
  CREATE TABLE IF NOT EXISTS chaos.settlements (
    consumer text NOT NULL, event_id uuid NOT NULL, txid xid8 NOT NULL, PRIMARY KEY (consumer, event_id, txid)
  );
  CREATE OR REPLACE FUNCTION chaos.note_settlement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      IF NEW.status = 'done' THEN
        INSERT INTO chaos.settlements VALUES (NEW.consumer, NEW.event_id, pg_current_xact_id()) ON CONFLICT DO NOTHING;
      ELSE
        DELETE FROM chaos.settlements
        WHERE consumer = NEW.consumer AND event_id = NEW.event_id AND txid = pg_current_xact_id();
      END IF;
      RETURN NULL;
    END
  $$;
  CREATE OR REPLACE TRIGGER chaos_notes_settlement AFTER INSERT OR UPDATE OF status ON pipeline.inbox
    FOR EACH ROW EXECUTE FUNCTION chaos.note_settlement()`;

/** From now on PostgreSQL writes down who moves which event to `done`, in a schema of the auditor's own. */
export async function auditSettlements(database: Database): Promise<void> {
  await database.run(AUDIT);
}
