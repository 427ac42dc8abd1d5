import type { Event } from './events.ts';

/** What changes in a receipt. Times are in steps of the scheduler. */
export interface ReceiptState {
  readonly status: 'retrying' | 'done' | 'dead';
  /** Attempts begun. */
  readonly attempt: number;
  readonly redrives: number;
  readonly nextAt: number;
  readonly armedUntil: number;
  readonly epoch: number;
  readonly leaseToken: number;
  readonly leaseUntil: number;
}

/** A row of the inbox: receipt, retry ledger and dead letter in one. It is a value; `with` makes the next one. */
export class Receipt implements ReceiptState {
  private constructor(
    readonly event: Event,
    readonly status: ReceiptState['status'],
    readonly attempt: number,
    readonly redrives: number,
    readonly nextAt: number,
    readonly armedUntil: number,
    readonly epoch: number,
    readonly leaseToken: number,
    readonly leaseUntil: number,
  ) {}

  /** The receipt of an event that nobody has tried yet. */
  static of(event: Event): Receipt {
    return new Receipt(event, 'retrying', 0, 0, 0, 0, 0, 0, 0);
  }

  /** The receipt after a change. Spelt out, because spreading nine properties takes twenty times as long. */
  with(change: Partial<ReceiptState>): Receipt {
    return new Receipt(
      this.event,
      change.status ?? this.status,
      change.attempt ?? this.attempt,
      change.redrives ?? this.redrives,
      change.nextAt ?? this.nextAt,
      change.armedUntil ?? this.armedUntil,
      change.epoch ?? this.epoch,
      change.leaseToken ?? this.leaseToken,
      change.leaseUntil ?? this.leaseUntil,
    );
  }
}
