/** A place in the outbox; both are 64-bit numbers as decimal text. */
export interface OutboxPosition {
  readonly txid: string;
  readonly id: string;
}

export const OUTBOX_BEGINNING: OutboxPosition = { txid: '0', id: '0' };

export function formatPosition({ txid, id }: OutboxPosition): string {
  return `${txid}:${id}`;
}

/** Reads what {@link formatPosition} wrote. */
export function parsePosition(offset: string): OutboxPosition {
  const [txid = '', id = ''] = offset.split(':');
  return { txid, id };
}
