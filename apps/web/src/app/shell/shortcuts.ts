/** What a key, or two keys one after the other (`g t`), does. */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Whether the key means this now; where it does not, it does what it does without us. Always, unless told otherwise. */
  readonly applies?: () => boolean;
}

/** Milliseconds within which the second key must follow. */
const SEQUENCE = 1_200;

/** The shortcuts of all that is on the page now, and what keys were pressed. */
export class Shortcuts {
  #groups: readonly (readonly Shortcut[])[] = [];
  #pressed: { readonly key: string; readonly at: number } | null = null;

  /** @returns what takes them away again */
  add(group: readonly Shortcut[]): () => void {
    this.#groups = [...this.#groups, group];
    return () => {
      this.#groups = this.#groups.filter((each) => each !== group);
    };
  }

  all(): readonly Shortcut[] {
    return this.#groups.flat();
  }

  /** @returns what the key means after the one before it; what was added last goes first */
  find(key: string, now: number): Shortcut | null {
    const before = this.#pressed && now - this.#pressed.at < SEQUENCE ? `${this.#pressed.key} ` : '';
    const all = this.all().toReversed();
    const named = (keys: string) => all.find((each) => each.keys === keys && each.applies?.() !== false);
    const found = named(before + key) ?? named(key) ?? null;
    this.#pressed = found ? null : { key, at: now };
    return found;
  }
}
