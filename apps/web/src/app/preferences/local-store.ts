/**
 * A value kept in the browser, for `useSyncExternalStore`. Storage may be closed to us or full: then the value lasts as
 * long as the page.
 */
export class LocalStore<T> {
  readonly #key: string;
  readonly #storage: () => Storage;
  readonly #read: (kept: string | null) => T;
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(key: string, read: (kept: string | null) => T, storage = (): Storage => localStorage) {
    this.#key = key;
    this.#read = read;
    this.#storage = storage;
    this.#value = read(this.#kept());
    // Another window of the same browser.
    window.addEventListener('storage', ({ key: changed }) => {
      if (changed !== null && changed !== key) return;
      this.#value = this.#read(this.#kept());
      this.#tell();
    });
  }

  readonly get = (): T => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(value: T): void {
    this.#value = value;
    try {
      this.#storage().setItem(this.#key, JSON.stringify(value));
    } catch {
      // Kept for this page only.
    }
    this.#tell();
  }

  #kept(): string | null {
    try {
      return this.#storage().getItem(this.#key);
    } catch {
      return null;
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
