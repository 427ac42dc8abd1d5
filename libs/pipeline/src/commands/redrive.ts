import type { Database } from '@diglot/platform';
import type { CommandAudit } from './audit.statement.ts';
import { changeReceipts } from './change-receipts.statement.ts';
import type { ReceiptFilter } from './receipt-filter.ts';

const REDRIVE = {
  command: 'redrive',
  status: 'dead',
  set: `status = 'retrying', attempt = 0, redrives = redrives + 1, next_at = now(), armed_until = NULL,
    lease_token = NULL, lease_until = NULL, updated_at = now()`,
} as const;

/** Puts dead letters back to work, with all their attempts. @returns how many */
export function redrive(database: Database, filter: ReceiptFilter, audit: CommandAudit): Promise<number> {
  return changeReceipts(database, REDRIVE, filter, audit);
}
