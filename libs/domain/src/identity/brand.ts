declare const brand: unique symbol;

/** A string that has passed the parser of its kind; plain strings are not assignable to it. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
