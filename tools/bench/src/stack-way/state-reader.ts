import { TOPICS } from '@diglot/contracts';
import { openKafka } from '@diglot/pipeline';
import { silentLogger } from '@diglot/platform';
import { type StateRow, stateRows } from './state-rows.ts';

/**
 * Reads the state topic from its beginning; each batch is acknowledged once it is taken. A consumer with several partitions
 * takes batches of some of them at once.
 * @param consumer nobody else's, else it goes on where that one stands
 * @returns ends it
 */
export async function readStates(
  bootstrap: string,
  consumer: string,
  take: (rows: readonly StateRow[]) => Promise<void>,
): Promise<() => Promise<void>> {
  const fail = (error: Error): never => {
    throw error;
  };
  const brokers = bootstrap.split(',');
  const log = openKafka({ brokers, ssl: false, sasl: null, clientId: 'bench', logger: silentLogger, onFatal: fail });
  const reader = { consumer, topic: TOPICS.paperState, events: 500, bytes: 8_000_000 };
  await log.bus.subscribe(reader, async (batch) => {
    await take(stateRows(batch.records));
    const last = batch.records.at(-1);
    if (last) await batch.moveAfter(last);
  });
  return () => log.close();
}
