import type { ReceiptKey } from './events.ts';
import type { Random } from './random.ts';
import type { Receipt } from './receipt.ts';
import type { Result } from './services.ts';
import { Crash } from './transaction.ts';

type Outcome = Result | 'killed';
type Outcomes = readonly [Outcome, ...Outcome[]];

/** How the attempts at an event end. */
export interface Fate {
  /** By attempt; the last goes on for ever. */
  readonly outcomes: Outcomes;
  /** Whether it succeeds once it has been redriven. */
  readonly heals: boolean;
}

const OUTCOMES: readonly { readonly outcomes: Outcomes; readonly weight: number }[] = [
  { outcomes: ['done'], weight: 22 },
  { outcomes: ['transient', 'done'], weight: 5 },
  { outcomes: ['transient', 'transient', 'done'], weight: 3 },
  { outcomes: ['invalid'], weight: 1 },
  { outcomes: ['transient'], weight: 1 },
  { outcomes: ['killed'], weight: 1 },
];

const DRAWN_FROM = OUTCOMES.flatMap(({ outcomes, weight }) => Array.from({ length: weight }, () => outcomes));

const KILLED = new Crash('killed by its event');

/** How every event's handler fares, fixed by event, attempt and redrives, so that there is an oracle. */
export class Fates {
  private readonly fates = new Map<ReceiptKey, Fate>();

  constructor(private readonly random: Random) {}

  of(key: ReceiptKey): Fate {
    let fate = this.fates.get(key);
    if (fate === undefined) {
      fate = { outcomes: this.random.pick(DRAWN_FROM), heals: this.random.chance(0.5) };
      this.fates.set(key, fate);
    }
    return fate;
  }

  /**
   * Runs the handler of an event once.
   *
   * @param receipt as it stands during the attempt: the attempt counted
   * @throws {Crash} when the event kills its process
   */
  handle(key: ReceiptKey, receipt: Receipt): Result {
    const { outcomes, heals } = this.of(key);
    if (heals && receipt.redrives > 0) return 'done';
    const outcome = outcomes[Math.min(receipt.attempt, outcomes.length) - 1] ?? outcomes[0];
    if (outcome === 'killed') throw KILLED;
    return outcome;
  }
}
