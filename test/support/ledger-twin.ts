import type { LedgerEvent } from '../../server/src/domain/ledger/index.ts';

/** One leg of double entry: so much more (or less) in the free or the held pocket of an account. */
interface Leg {
  readonly account: string;
  readonly pocket: 'free' | 'held';
  readonly by: bigint;
}
/** A promise of an account's money, as it was made and as it was used. */
interface Promised {
  readonly account: string;
  left: bigint;
}

/**
 * Books in which nothing is ever overwritten: every event adds two legs, and a balance is the sum of all legs since the
 * beginning, in integers without bounds. Says which events a sound ledger refuses.
 */
export class LedgerTwin {
  readonly #legs: Leg[] = [];
  readonly #assets = new Map<string, string>();
  readonly #holds = new Map<string, Promised>();

  balance(account: string, pocket: Leg['pocket']): bigint {
    return this.#legs
      .filter((leg) => leg.account === account && leg.pocket === pocket)
      .reduce((sum, { by }) => sum + by, 0n);
  }

  accounts(): string[] {
    return [...this.#assets.keys()];
  }

  /** Names and remainders of the holds that are not used up. */
  holds(): [string, Promised][] {
    return [...this.#holds].filter(([, { left }]) => left > 0n);
  }

  /** Everything of one asset, all accounts and pockets together: zero at every moment. */
  total(asset: string): bigint {
    return this.#legs
      .filter(({ account }) => this.#assets.get(account) === asset)
      .reduce((sum, { by }) => sum + by, 0n);
  }

  /** Writes a legal event down; says where a sound ledger refuses it. */
  take(event: LedgerEvent): 'taken' | 'refused' {
    if (!Number.isSafeInteger(event.amount) || event.amount < 1) return 'refused';
    const amount = BigInt(event.amount);
    const legs = this.#legsOf(event, amount);
    if (legs === null || !this.#bears(legs)) return 'refused';
    const asset = 'asset' in event ? event.asset : this.#assets.get(legs[0]!.account)!;
    for (const { account } of legs) this.#assets.set(account, asset);
    this.#legs.push(...legs);
    if (event.kind === 'ledger.held') this.#holds.set(event.hold, { account: event.account, left: amount });
    else if (event.kind !== 'ledger.posted') this.#holds.get(event.hold)!.left -= amount;
    return 'taken';
  }

  #legsOf(event: LedgerEvent, amount: bigint): Leg[] | null {
    if (event.kind === 'ledger.posted') {
      if (event.from === event.to) return null;
      if (!this.#keeps(event.from, event.asset) || !this.#keeps(event.to, event.asset)) return null;
      return [
        { account: event.from, pocket: 'free', by: -amount },
        { account: event.to, pocket: 'free', by: amount },
      ];
    }
    const hold = this.#holds.get(event.hold);
    if (event.kind === 'ledger.held') {
      if ((hold?.left ?? 0n) > 0n || !this.#keeps(event.account, event.asset)) return null;
      return [
        { account: event.account, pocket: 'free', by: -amount },
        { account: event.account, pocket: 'held', by: amount },
      ];
    }
    if (hold === undefined || hold.left < amount) return null;
    const to = event.kind === 'ledger.settled' ? event.to : hold.account;
    if (!this.#keeps(to, this.#assets.get(hold.account)!)) return null;
    return [
      { account: hold.account, pocket: 'held', by: -amount },
      { account: to, pocket: 'free', by: amount },
    ];
  }

  /** An account keeps one asset for ever: the first it was used for. */
  #keeps(account: string, asset: string): boolean {
    return (this.#assets.get(account) ?? asset) === asset;
  }

  /** Whether every pocket the legs touch stays within bounds: safe, and not below zero but for the world outside. */
  #bears(legs: readonly Leg[]): boolean {
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    return legs.every(({ account, pocket, by }) => {
      const after = this.balance(account, pocket) + by;
      const size = after < 0n ? -after : after;
      return size <= most && (after >= 0n || (pocket === 'free' && account.startsWith('outside:')));
    });
  }
}
