import { noSuch } from './errors.ts';

/** The account whose money and objects are meant when no `Stripe-Account` is given. */
export const platform = 'platform';

/** The id of what a field refers to, expanded or not; empty when it refers to nothing. */
export const idOf = (reference: string | { readonly id: string } | null | undefined): string =>
  typeof reference === 'object' ? (reference?.id ?? '') : (reference ?? '');

interface Kept<T> {
  readonly owner: string;
  readonly item: T;
}

/** All objects of one kind, each belonging to the platform or to a connected account. */
export class Shelf<T extends { id: string }> {
  readonly kind: string;
  readonly #kept = new Map<string, Kept<T>>();
  /** Per owner, oldest first. */
  readonly #order = new Map<string, T[]>();

  constructor(kind: string) {
    this.kind = kind;
  }

  add(owner: string, item: T): T {
    this.#kept.set(item.id, { owner, item });
    const order = this.#order.get(owner);
    if (order === undefined) this.#order.set(owner, [item]);
    else order.push(item);
    return item;
  }

  find(id: string): T | undefined {
    return this.#kept.get(id)?.item;
  }

  /** The object; refused as Stripe does when there is none or it is another account's. */
  get(owner: string, id: string, param = 'id'): T {
    const kept = this.#kept.get(id);
    if (kept === undefined || kept.owner !== owner) throw noSuch(this.kind, id, param);
    return kept.item;
  }

  remove(id: string): void {
    const kept = this.#kept.get(id);
    if (kept === undefined) return;
    this.#kept.delete(id);
    const order = this.of(kept.owner).filter((item) => item !== kept.item);
    this.#order.set(kept.owner, order);
  }

  /** Oldest first. */
  of(owner: string): readonly T[] {
    return this.#order.get(owner) ?? [];
  }

  all(): readonly T[] {
    return [...this.#kept.values()].map(({ item }) => item);
  }
}
