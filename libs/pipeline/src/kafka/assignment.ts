/** What a group has given to one member, until it gives anew: places, pauses and first batches belong to it. */
export class Assignment {
  readonly partitions: readonly number[];
  readonly #first: Set<number>;
  readonly #places = new Map<number, bigint>();
  readonly #waits = new Map<number, { readonly code: string; readonly timer: NodeJS.Timeout }>();

  constructor(partitions: readonly number[]) {
    this.partitions = partitions;
    this.#first = new Set(partitions);
  }

  /** Whether nothing of the partition has been delivered yet. */
  isFirst(partition: number): boolean {
    return this.#first.has(partition);
  }

  /** Notes that a batch of the partition was taken. */
  delivered(partition: number): void {
    this.#first.delete(partition);
    this.#endWait(partition);
  }

  /** Moves the place in one of its partitions, only forward. @returns whether it moved */
  advance(partition: number, offset: string): boolean {
    if (!this.partitions.includes(partition)) return false;
    const place = this.#places.get(partition);
    const next = BigInt(offset);
    if (place !== undefined && next <= place) return false;
    this.#places.set(partition, next);
    return true;
  }

  /** Notes what a partition waits out; after a while it is tried again. */
  wait(partition: number, code: string, milliseconds: number, tryAgain: () => void): void {
    this.#endWait(partition);
    this.#waits.set(partition, { code, timer: setTimeout(tryAgain, milliseconds) });
  }

  /** Code of an error that a partition waits out; null when none does. */
  waitsFor(): string | null {
    return this.#waits.values().next().value?.code ?? null;
  }

  end(): void {
    for (const { timer } of this.#waits.values()) clearTimeout(timer);
    this.#waits.clear();
  }

  #endWait(partition: number): void {
    clearTimeout(this.#waits.get(partition)?.timer);
    this.#waits.delete(partition);
  }
}
