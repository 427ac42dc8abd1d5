import { TOPICS } from '@diglot/contracts';
import type { Database } from '@diglot/platform';
import { compareStates, type StateDifferences } from './compare-states.ts';
import type { NewestRecord } from './log-audit.ts';
import { missingReceipts } from './missing-receipts.statement.ts';
import { outboxEvents } from './outbox-events.statement.ts';
import { storedStates } from './stored-states.statement.ts';

/** What was read of Kafka. */
export interface SeenLog {
  /** Event ids by topic. */
  readonly seen: ReadonlyMap<string, ReadonlySet<string>>;
  readonly states: ReadonlyMap<string, NewestRecord>;
}

/** How Kafka and Postgres differ; all 0 once everything has drained. */
export interface LogDifferences extends StateDifferences {
  /** Facts of the outbox that are not on their topic. */
  readonly unsent: number;
  /** Records that no outbox row stands behind. */
  readonly invented: number;
  /** Records that a consumer of their topic has no receipt of. */
  readonly unreceipted: number;
}

/** Compares every topic with the outbox, the inboxes and the states (docs/protocol.md, I1, I6 and I10). */
export async function compareLog(database: Database, { seen, states }: SeenLog): Promise<LogDifferences> {
  const announced = await outboxEvents(database);
  const facts = [...seen].filter(([topic]) => topic !== TOPICS.paperState);
  const unsent = announced.filter(({ topic, id }) => !seen.get(topic)?.has(id)).length;
  const known = new Set(announced.map(({ id }) => id));
  const invented = facts.flatMap(([, ids]) => [...ids]).filter((id) => !known.has(id)).length;
  let unreceipted = 0;
  for (const [topic, ids] of seen) unreceipted += await missingReceipts(database, topic, [...ids]);
  return { unsent, invented, unreceipted, ...compareStates(await storedStates(database), states) };
}
