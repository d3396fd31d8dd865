import type { ListingId, PersonId } from '@piazza/shared/values';
import type { VenueEvent } from '../../../server/src/domain/venue/index.ts';

interface Paper {
  units: number;
  cost: bigint;
}

/** A share in basis points, up to the next whole cent. */
const up = (cents: number, bps: number): number => Number((BigInt(cents) * BigInt(bps) + 9_999n) / 10_000n);
/** The fee on a commitment, with its VAT. */
function withVat({ amountCents, fee }: Extract<VenueEvent, { kind: 'commitments.placed' }>): number {
  const net = fee === undefined ? 0 : up(amountCents, fee.bps);
  return net + up(net, fee?.vatBps ?? 0);
}
const cash = (person: string): string => `cash:${person}`;
const papers = (listing: string, person: string): string => `units:${listing}:${person}`;

/** What everybody owns, as sums of what was posted and traded. What orders bind is not kept here: it is summed when asked. */
export class TwinMoney {
  /** Owned in all, bound or not, by the ledger's name of the account. */
  readonly owned = new Map<string, number>();
  /** Bound by commitments. */
  readonly bound = new Map<string, number>();
  readonly register = new Map<ListingId, Map<PersonId, Paper>>();
  readonly #holds = new Map<string, { readonly account: string; left: number }>();
  /** What the venue takes of trades, from when on. */
  readonly #rates: { readonly from: number; readonly bps: number }[] = [];
  /** Time of the record under way. */
  now = 0;
  readonly #pledges = new Map<
    string,
    { readonly investor: PersonId; readonly cents: number; status: string }
  >();

  #add(account: string, amount: number): void {
    this.owned.set(account, (this.owned.get(account) ?? 0) + amount);
  }
  #bind(account: string, amount: number): void {
    this.bound.set(account, (this.bound.get(account) ?? 0) + amount);
  }
  #give(hold: string, amount: number): string {
    const found = this.#holds.get(hold)!;
    found.left -= amount;
    this.#bind(found.account, -amount);
    return found.account;
  }

  /** Takes an event of the primary market or of a wallet for a fact. */
  note(event: VenueEvent): void {
    switch (event.kind) {
      case 'ledger.posted':
        this.#add(event.from, -event.amount);
        this.#add(event.to, event.amount);
        return;
      case 'ledger.held':
        this.#holds.set(event.hold, { account: event.account, left: event.amount });
        this.#bind(event.account, event.amount);
        return;
      case 'ledger.released':
        this.#give(event.hold, event.amount);
        return;
      case 'ledger.settled':
        this.#add(this.#give(event.hold, event.amount), -event.amount);
        this.#add(event.to, event.amount);
        return;
      case 'register.issued':
        this.#buys(event.listing, event.holder, event.units, event.costCents);
        return;
      case 'register.withdrawn':
        this.#sells(event.listing, event.holder, event.units);
        return;
      case 'conduct.fees_set':
        this.#rates.push({ from: event.version.from, bps: event.version.tradeBps });
        return;
      case 'commitments.placed':
        // What a method pays is promised by that, not by the wallet.
        this.#pledges.set(event.commitment, {
          investor: event.investor,
          cents: event.method === undefined ? event.amountCents + withVat(event) : 0,
          status: 'pledged',
        });
        return;
      case 'commitments.moved':
        this.#pledges.get(event.commitment)!.status = event.to;
        return;
      default:
    }
  }

  #buys(listing: ListingId, person: PersonId, units: number, cents: number): void {
    const holders = this.register.get(listing) ?? new Map<PersonId, Paper>();
    this.register.set(listing, holders);
    const paper = holders.get(person) ?? { units: 0, cost: 0n };
    holders.set(person, { units: paper.units + units, cost: paper.cost + BigInt(cents) });
  }

  #sells(listing: ListingId, person: PersonId, units: number): void {
    const holders = this.register.get(listing)!;
    const paper = holders.get(person)!;
    const left = paper.units - units;
    if (left === 0) holders.delete(person);
    else
      holders.set(person, {
        units: left,
        cost: paper.cost - (paper.cost * BigInt(units)) / BigInt(paper.units),
      });
  }

  /** Units against euro. */
  trade(listing: ListingId, buyer: PersonId, seller: PersonId, quantity: number, price: number): void {
    this.#add(cash(buyer), -price * quantity);
    this.#add(cash(seller), price * quantity);
    this.#add(papers(listing, seller), -quantity);
    this.#add(papers(listing, buyer), quantity);
    this.#sells(listing, seller, quantity);
    this.#buys(listing, buyer, quantity, price * quantity);
    const fee = up(price * quantity, this.#rate());
    const vat = up(fee, 2_200);
    this.#add(cash(seller), -fee - vat);
    if (fee > 0) this.#add('fees:venue', fee);
    if (vat > 0) this.#add('vat:venue', vat);
  }

  #rate(): number {
    const inForce = this.#rates.filter(({ from }) => from <= this.now);
    return inForce.toSorted((a, b) => a.from - b.from).at(-1)?.bps ?? 0;
  }

  /** Cents that neither commitments nor promises of commitments need; orders are left out. */
  unpromised(person: PersonId): number {
    let pledged = 0;
    for (const { investor, cents, status } of this.#pledges.values())
      if (investor === person && (status === 'pledged' || status === 'capture_failed')) pledged += cents;
    const account = cash(person);
    return (this.owned.get(account) ?? 0) - (this.bound.get(account) ?? 0) - pledged;
  }
  /** Units that nothing but orders may hold. */
  units(listing: ListingId, person: PersonId): number {
    const account = papers(listing, person);
    return (this.owned.get(account) ?? 0) - (this.bound.get(account) ?? 0);
  }
}
