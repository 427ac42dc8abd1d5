import { DiglotError } from '@diglot/domain';
import { splitBySize } from '../statements/split-by-size.ts';
import type { OutgoingRecord, RelaySender, Sending } from './relay-sender.port.ts';

/** Bytes of payload in one request: below the 1 MiB that brokers take in one batch unless told otherwise. */
export const SEND_BYTES = 900_000;

/**
 * Sends records, one partition per request, and checks that each reply covers exactly the partition that was sent: a
 * client may resolve without having sent (docs/protocol.md, "The outbox is a log").
 * @throws DiglotError `DIGLOT_BUS_UNAVAILABLE` when a reply does not; nothing may be taken for sent then
 */
export async function sendChecked(
  sender: RelaySender,
  sending: Sending,
  records: readonly OutgoingRecord[],
): Promise<void> {
  for (const [partition, group] of groupByPartition(records, sender)) {
    for (const run of splitBySize(group, bytesOf, SEND_BYTES)) {
      const reply = await sending.send(partition, run);
      const [only] = reply;
      if (reply.length === 1 && only?.partition === partition && only.errorCode === 0) continue;
      const answered = reply.map((each) => `${each.partition} (${each.errorCode})`).join(', ') || 'none';
      throw new DiglotError('DIGLOT_BUS_UNAVAILABLE', `sent to partition ${partition}, answered for: ${answered}`);
    }
  }
}

/** In the order of the log within each partition. */
function groupByPartition(
  records: readonly OutgoingRecord[],
  sender: RelaySender,
): ReadonlyMap<number, readonly OutgoingRecord[]> {
  const groups = new Map<number, OutgoingRecord[]>();
  for (const record of records) {
    const partition = sender.partitionOf(record);
    const group = groups.get(partition);
    if (group) group.push(record);
    else groups.set(partition, [record]);
  }
  return groups;
}

function bytesOf({ value }: OutgoingRecord): number {
  return value?.length ?? 0;
}
