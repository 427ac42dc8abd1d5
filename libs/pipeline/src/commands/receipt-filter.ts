/** Which receipts a command is about; all conditions that are given must hold. */
export interface ReceiptFilter {
  readonly eventIds?: readonly string[];
  readonly consumer?: string;
  readonly errorCode?: string;
}

/** The filter as SQL over `pipeline.inbox`, with the parameters $1 to $3 of {@link filterParameters}. */
export function filterCondition(status: 'dead' | 'retrying'): string {
  return `
  status = '${status}' AND ($1::uuid[] IS NULL OR event_id = ANY($1)) AND ($2::text IS NULL OR consumer = $2)
  AND ($3::text IS NULL OR error_code = $3)`;
}

export function filterParameters({ eventIds, consumer, errorCode }: ReceiptFilter): unknown[] {
  return [eventIds ?? null, consumer ?? null, errorCode ?? null];
}
