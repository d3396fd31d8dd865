import type { ListingId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { seeded } from '../../../scripts/crash/random.ts';
import type { Trade } from '../../../server/src/surveillance/ground.ts';
import { Volumes } from '../../../server/src/surveillance/measures.ts';

const side = (who: number): Trade['buy'] => {
  const natural = `per_${who}` as PersonId;
  return { person: natural, natural, order: 1 } as Trade['buy'];
};
const trade = (listing: string, at: number, quantity: number, buyer: number, seller: number): Trade => ({
  seq: 1,
  at,
  listing: listing as ListingId,
  priceCents: 500,
  quantity,
  aggressor: 'buy',
  buy: side(buyer),
  sell: side(seller),
});

describe('how much somebody traded lately', () => {
  it('is the sum over a window that moves on, of one market and of either side', () => {
    const random = seeded(11);
    const draw = (below: number): number => Math.floor(random() * below);
    const windowMs = 1_000;
    const volumes = new Volumes(windowMs);
    const all: Trade[] = [];
    let at = 0;
    for (let one = 0; one < 5_000; one += 1) {
      at += draw(40);
      const next = trade(`lst_${draw(2)}`, at, 1 + draw(50), draw(4), draw(4));
      all.push(next);
      volumes.note(next);
      const [listing, who] = [`lst_${draw(2)}` as ListingId, side(draw(4)).natural];
      const sum = all
        .filter((known) => known.listing === listing && known.at >= at - windowMs)
        .filter(({ buy, sell }) => buy.natural === who || sell.natural === who)
        .reduce((total, { quantity }) => total + quantity, 0);
      expect(volumes.of(listing, who, at), `after ${one}`).to.equal(sum);
    }
  });

  it('is known within a thousandth of a long window', () => {
    const windowMs = 86_400_000;
    const volumes = new Volumes(windowMs);
    const every = 1_000;
    const count = (2 * windowMs) / every;
    for (let one = 0; one < count; one += 1) volumes.note(trade('lst_1', one * every, 1, 1, 2));
    const found = volumes.of('lst_1' as ListingId, side(1).natural, (count - 1) * every);
    expect(found / (windowMs / every)).to.be.within(1, 1.002);
  });
});
