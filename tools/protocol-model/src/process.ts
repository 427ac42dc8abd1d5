import { Crash, Transaction, type OutboxRow, type Steps } from './transaction.ts';
import type { World } from './world.ts';

/** What a process does. Processes with the same role (two workers, a zombie and its successor) share one object. */
export interface Role {
  readonly name: string;
  readonly body: (world: World, process: Process) => Steps<never>;
}

/** One instance of a role. When it dies, its open transaction, its job and its leadership go with it. */
export class Process {
  asleepUntil = 0;
  /** Taken for dead, and still running beside its successor. */
  isZombie = false;
  /** It found nothing to do at its last step. */
  isIdle = false;
  private tx: Transaction | null = null;
  private steps: Steps<never>;

  constructor(
    private readonly world: World,
    readonly role: Role,
  ) {
    this.steps = role.body(world, this);
  }

  /** The name of its role, for a trace. */
  get name(): string {
    return this.isZombie ? `${this.role.name} (zombie)` : this.role.name;
  }

  /** Kills it and starts it anew. */
  restart(): void {
    this.tx?.end();
    this.world.disown(this);
    this.steps = this.role.body(this.world, this);
  }

  /** Runs it up to its next `yield`, unless it sleeps; whether it is idle. */
  step(): boolean {
    if (this.asleepUntil > this.world.now) return this.isIdle;
    try {
      this.isIdle = this.steps.next().value === true;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      this.world.trace?.(`${this.name}: ${error.message}`);
      this.restart();
    }
    return this.isIdle;
  }

  begin(): Transaction {
    this.tx = new Transaction(this.world);
    return this.tx;
  }

  /** Commits the transaction begun last. It may die before, and after. */
  *commit(tx: Transaction): Steps {
    yield;
    const late = takeLate(this.world, tx);
    tx.commit();
    this.world.trace?.(`${this.name}: commits ${tx.summary()}`);
    yield;
    if (late.length === 0) return;
    const second = this.begin();
    second.outbox = late;
    second.commit();
    this.world.trace?.(`${this.name}: commits ${second.summary()}`);
  }
}

/** Two mutants': takes out of a transaction the outbox rows that follow only after its commit. */
function takeLate({ mutant }: World, tx: Transaction): OutboxRow[] {
  if (mutant !== 'outbox_in_second_transaction' && mutant !== 'dead_letter_sent_directly') return [];
  const isLate = ({ event }: OutboxRow): boolean => mutant === 'outbox_in_second_transaction' || event.topic === 'dlq';
  const late = tx.outbox.filter(isLate);
  tx.outbox = tx.outbox.filter((row) => !isLate(row));
  return late;
}
