import type { Database } from '@diglot/platform';
import type { CommandAudit } from './audit.statement.ts';
import { changeReceipts } from './change-receipts.statement.ts';
import type { ReceiptFilter } from './receipt-filter.ts';

/** The alarm for the old time rings into nothing: by then the attempt is another one. Who works on it now is not disturbed. */
const RETRY_NOW = {
  command: 'retry-now',
  status: 'retrying',
  set: 'next_at = least(next_at, now()), armed_until = NULL',
  where: 'lease_until IS NULL OR lease_until < now()',
} as const;

/** Lets events that wait for their next attempt have it at the next sweep. @returns how many */
export function retryNow(database: Database, filter: ReceiptFilter, audit: CommandAudit): Promise<number> {
  return changeReceipts(database, RETRY_NOW, filter, audit);
}
