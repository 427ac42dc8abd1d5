export type Child = Node | string | null;

type Attributes = Readonly<Record<string, string | boolean | null | ((event: Event) => void)>>;

/**
 * Makes an element. Strings become text nodes, never markup: whatever a digest prints is shown, not run.
 * Functions are listeners, `true` is an attribute without value, `false` and null are none.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element of the page with an id; it is in index.html. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}

/**
 * A part of the page that is built anew only when what it shows has changed, so that nothing flickers and nobody loses
 * the place they read at.
 */
export class Region {
  readonly #host: HTMLElement;
  #shown: string | null = null;

  constructor(id: string) {
    this.#host = byId(id);
  }

  /** @param key everything that the content depends on */
  show(key: unknown, build: () => readonly Child[]): void {
    const wanted = JSON.stringify(key);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    const children = build().filter((child) => child !== null);
    this.#host.replaceChildren(...children);
    this.#host.hidden = children.length === 0;
  }
}
