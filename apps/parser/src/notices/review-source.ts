import { stateFact, type DiglotEvent } from '@diglot/contracts';
import type { CalendarDate } from '@diglot/domain';
import { announce, appendToOutbox } from '@diglot/pipeline';
import type { Transaction } from '@diglot/platform';
import { findNotices } from './find-notices.ts';
import { loadClaims } from './load-claims.statement.ts';
import { loadDays } from './load-days.statement.ts';
import { loadNotices } from './load-notices.statement.ts';
import { loadSidecars } from './load-sidecars.ts';
import { decideNotices } from './notices.decision.ts';
import { saveNotices } from './save-notices.statement.ts';
import { saveReview } from './save-review.statement.ts';

/** Until the commit no other process looks at the source; what this one reads is of one moment. */
const BEGIN = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
const LOCK = `SELECT pg_try_advisory_xact_lock(hashtextextended('diglot.parser.notices.' || $1, 0)) AS locked`;

/**
 * Looks at everything that is known of a source, and states what is noticed newly, otherwise, or no more.
 * @returns the facts that were stated; none while another process is at it, or a sidecar is still to be compared
 */
export async function reviewSource(
  tx: Transaction,
  source: string,
  today: CalendarDate,
): Promise<DiglotEvent<'source.noticed'>[]> {
  await tx.run(BEGIN);
  const [lock] = await tx.rows<{ locked: boolean }>(LOCK, [source]);
  if (!lock?.locked) return [];
  const sidecars = await loadSidecars(tx, source);
  if (sidecars === null) return [];
  const facts = { days: await loadDays(tx, source), claims: await loadClaims(tx, source), sidecars, today };
  const changes = decideNotices(source, findNotices(facts), await loadNotices(tx, source));
  const events = changes.map(({ revision, fact }) => stateFact('source.noticed', { revision, data: fact }));
  await saveNotices(tx, events);
  await appendToOutbox(
    tx,
    events.map((event) => announce(event)),
  );
  await saveReview(tx, source);
  return events;
}
