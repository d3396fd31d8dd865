import type { NoticeKind } from '@piazza/shared/contract';
import { orderIdOf, type PersonId } from '@piazza/shared/values';
import { sideOf, type CancelReason, type Market } from '../domain/market/index.ts';
import type { Effects } from './effects.ts';
import { notify } from './notices.ts';
import type { Party } from './trade-statement.ts';

/** Of what happens to an order without its owner's doing. Nobody needs to be told what they did themselves. */
const kindOf: Readonly<Partial<Record<CancelReason, NoticeKind>>> = {
  expired: 'orders_expired',
  session_end: 'orders_expired',
  dead_man: 'orders_dead_man',
  operator: 'orders_withdrawn',
  owner_barred: 'orders_withdrawn',
  dispute: 'orders_disputed',
};

/** Notices about orders: one of each that was filled while it rested, one for all that left the book together. */
export class MoveNotices {
  readonly #effects: Effects;
  readonly #market: Market;
  readonly #at: number;
  #gone: Map<string, { readonly person: PersonId; readonly kind: NoticeKind; count: number }> | null = null;

  constructor(effects: Effects, market: Market, at: number) {
    this.#effects = effects;
    this.#market = market;
    this.#at = at;
  }

  filled({ order, seat }: Party, side: number): void {
    const { listing, owners } = this.#market;
    const subject = { listing, order: orderIdOf(order), side: sideOf(side) };
    notify(this.#effects, owners[seat] as PersonId, this.#at, `order_filled_${subject.side}`, subject);
  }

  /** Counts an order that left; `tellCancelled` tells of all of them. */
  cancelled(seat: number, reason: CancelReason): void {
    const kind = kindOf[reason];
    if (kind === undefined) return;
    this.#gone ??= new Map();
    const person = this.#market.owners[seat] as PersonId;
    const known = this.#gone.get(`${kind}${seat}`);
    if (known === undefined) this.#gone.set(`${kind}${seat}`, { person, kind, count: 1 });
    else known.count += 1;
  }

  tellCancelled(): void {
    if (this.#gone === null) return;
    const { listing } = this.#market;
    for (const { person, kind, count } of this.#gone.values())
      notify(this.#effects, person, this.#at, kind, { listing, count: String(count) });
  }
}
