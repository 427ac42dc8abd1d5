import type { DiglotEvent } from '@diglot/contracts';
import type { Transaction } from '@diglot/platform';

const SAVE = `
  INSERT INTO parser.notices (source, kind, about, since, until, retracted, figures, details, revision, event_id)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[], $6::boolean[], $7::json[], $8::json[],
    $9::int[], $10::uuid[])
  ON CONFLICT (source, kind, about, since) DO UPDATE SET until = excluded.until, retracted = excluded.retracted,
    figures = excluded.figures, details = excluded.details, revision = excluded.revision, event_id = excluded.event_id,
    noticed_at = now()`;

export async function saveNotices(tx: Transaction, events: readonly DiglotEvent<'source.noticed'>[]): Promise<void> {
  if (events.length === 0) return;
  const facts = events.map(({ data }) => data);
  await tx.run(SAVE, [
    facts.map(({ source }) => source),
    facts.map(({ kind }) => kind),
    facts.map(({ about }) => about),
    facts.map(({ since }) => since),
    facts.map(({ until }) => until),
    facts.map(({ retracted }) => retracted),
    facts.map(({ figures }) => JSON.stringify(figures)),
    facts.map(({ details }) => JSON.stringify(details)),
    events.map(({ revision }) => revision),
    events.map(({ id }) => id),
  ]);
}
