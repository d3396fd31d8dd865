declare const brand: unique symbol;

/** A primitive that only its own parser may produce, so that a cent cannot be passed as a price. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
