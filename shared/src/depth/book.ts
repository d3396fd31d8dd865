import { crc32 } from './crc32.ts';
import { BookSide, type Level } from './side.ts';

/** Levels of both sides: all of them in a snapshot, the changed ones in a frame. */
export interface Levels {
  readonly bids: readonly Level[];
  readonly asks: readonly Level[];
}

/** Levels of each side that the checksum covers. */
const covered = 10;

function textOf(levels: readonly Level[]): string {
  let text = '';
  for (let at = 0; at < levels.length && at < covered; at += 1) {
    const [price, quantity] = levels[at] as Level;
    text += `${at === 0 ? '' : ','}${price}:${quantity}`;
  }
  return text;
}

/**
 * CRC-32 over the ten best levels of both sides, best first, as the text `bids|asks` with a level as
 * `price in whole cents:units` and commas between: `2500:10,2480:5|2520:7`; `|` for an empty book.
 */
export const checksumOf = ({ bids, asks }: Levels): number => crc32(`${textOf(bids)}|${textOf(asks)}`);

/** A public book by price. In a call it may be crossed. */
export class DepthBook {
  readonly #bids = new BookSide('bids');
  readonly #asks = new BookSide('asks');

  get bids(): readonly Level[] {
    return this.#bids.levels;
  }
  get asks(): readonly Level[] {
    return this.#asks.levels;
  }
  /** See `checksumOf`. */
  get checksum(): number {
    return checksumOf(this);
  }

  /** Begins again with whole sides. */
  reset({ bids, asks }: Levels): void {
    this.#bids.reset(bids);
    this.#asks.reset(asks);
  }

  /** Sets the levels that changed, to absolute quantities: applying it twice changes nothing more. */
  apply({ bids, asks }: Levels): void {
    for (const level of bids) this.#bids.set(level);
    for (const level of asks) this.#asks.set(level);
  }

  /** Sets one level; 0 units remove it. */
  set(side: keyof Levels, level: Level): void {
    (side === 'bids' ? this.#bids : this.#asks).set(level);
  }

  /** Units at a price of a side. */
  quantityAt(side: keyof Levels, price: Level[0]): number {
    return (side === 'bids' ? this.#bids : this.#asks).quantityAt(price);
  }
}
