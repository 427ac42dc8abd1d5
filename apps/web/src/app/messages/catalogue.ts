/** What is said in one language: texts, and functions that make texts. */
interface Texts {
  readonly [name: string]: string | ((...values: never[]) => string) | Texts;
}

/** The same keys with the same parameters, in another language. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : T[K] extends Texts ? Same<T[K]> : T[K] };

/** What a part of the page says, in both languages beside each other. What is missing in one does not compile. */
export interface Catalogue<T> {
  readonly en: Same<T>;
  readonly zh: Same<T>;
}

export function catalogue<const T extends Texts>(en: T, zh: NoInfer<Same<T>>): Catalogue<T> {
  return { en: en as Same<T>, zh };
}

/** English has two forms; numbers come as they are written. */
export function plural(count: string, one: string, many: string): string {
  return `${count} ${count === '1' ? one : many}`;
}
