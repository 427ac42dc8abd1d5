/** A place in the outbox; both are 64-bit numbers as decimal text. */
export interface OutboxPosition {
  readonly txid: string;
  readonly id: string;
}

export function formatPosition({ txid, id }: OutboxPosition): string {
  return `${txid}:${id}`;
}

/** Reads what {@link formatPosition} wrote. */
export function parsePosition(offset: string): OutboxPosition {
  const [txid = '', id = ''] = offset.split(':');
  return { txid, id };
}

/** Whether a place lies behind another one. */
export function isAfter(position: OutboxPosition, other: OutboxPosition): boolean {
  const [txid, otherTxid] = [BigInt(position.txid), BigInt(other.txid)];
  return txid === otherTxid ? BigInt(position.id) > BigInt(other.id) : txid > otherTxid;
}
