/** Whose places are full: those that one may hold, or those of all together. */
export type Full = 'ofOne' | 'ofAll';

/** How many places may be held at the same time; 0: as many as anybody likes. */
export type PlaceLimits = Readonly<Record<Full, number>>;

/** Places that are held for a time, counted by who holds them. */
export class Places {
  readonly #limits: PlaceLimits;
  readonly #held = new Map<string, number>();
  #all = 0;

  constructor(limits: PlaceLimits) {
    this.#limits = limits;
  }

  /** @returns gives the place back, once however often it is called; or what is full */
  take(holder: string): (() => void) | Full {
    const { ofOne, ofAll } = this.#limits;
    const own = this.#held.get(holder) ?? 0;
    if (ofOne > 0 && own >= ofOne) return 'ofOne';
    if (ofAll > 0 && this.#all >= ofAll) return 'ofAll';
    this.#held.set(holder, own + 1);
    this.#all += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#all -= 1;
      const left = (this.#held.get(holder) ?? 0) - 1;
      // Who holds none is forgotten, or the map would grow with everybody who ever came.
      if (left === 0) this.#held.delete(holder);
      else this.#held.set(holder, left);
    };
  }

  /** How many holders are remembered. */
  get holders(): number {
    return this.#held.size;
  }
}
