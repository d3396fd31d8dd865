import { expect } from 'chai';
import * as fc from 'fast-check';
import { account, available, held } from '../../server/src/domain/ledger/index.ts';
import { unitsOffered } from '../../server/src/domain/market/index.ts';
import { unitsHold } from '../../server/src/domain/payments/disputes.ts';
import { violations } from '../../server/src/domain/venue/index.ts';
import { disputed, disputes, placeBy, says, sound, withProvider } from '../support/charges.ts';
import { cast, lst } from '../support/domain-cast.ts';
import { minute, type DomainVenue } from '../support/domain-venue.ts';
import { does, funded, given, inTurn, live, passes, until, type Step } from '../support/given.ts';
import { act, buy, openMarket, ordersOf, sell, told } from '../support/market-venue.ts';
import { reflectionEnds } from '../support/payment-states.ts';
import { property } from '../support/property.ts';

const day = 86_400_000;
const { ines, ivo, olga } = cast;
const listing = lst(1);
/** Ines has 150 units that her card has paid, Ivo has cash, and the market is in its call. */
const trading = inTurn(
  withProvider,
  live({ facts: { transferability: 'free' } }),
  placeBy(ines, 150),
  until(reflectionEnds),
  says('succeeded', { feeCents: 0 }),
  passes(60 * day),
  funded(1_000_000),
  does(olga, openMarket(), act('start')),
);
const papers = account.units(listing, ines);

function standing({ state }: DomainVenue) {
  const free = available(state.ledger, papers);
  const reserved = unitsOffered(state.markets, listing, ines);
  let frozen = 0;
  for (const { id } of state.payments.disputes.values())
    frozen += state.ledger.holds.get(unitsHold(id))?.remaining ?? 0;
  return { free, reserved, frozen };
}

/** Frozen, offered and free units are all she holds, and what is held is frozen or offered. */
function whole(venue: DomainVenue, what: string): void {
  const { free, reserved, frozen } = standing(venue);
  expect(frozen + reserved, what).to.equal(held(venue.state.ledger, papers));
  const registered = venue.state.register.holders.get(listing)?.get(ines)?.units ?? 0;
  expect(frozen + reserved + free, what).to.equal(registered);
}

describe('units that are on offer when their payment is taken back (CHG-14)', () => {
  it('are taken out of the book, the newest order first and whole, as far as it needs', () => {
    const { venue } = given(trading, does(ines, sell(40, 1_100), sell(50, 1_200), sell(30, 1_300)));
    const [oldest] = ordersOf(venue, ines);
    const from = venue.journal.length;
    expect(standing(venue)).to.deep.equal({ free: 30, reserved: 120, frozen: 0 });
    disputes('open', { amountCents: 90_000 })(venue);
    expect(standing(venue)).to.deep.equal({ free: 20, reserved: 40, frozen: 90 });
    expect(ordersOf(venue, ines)).to.deep.equal([oldest]);
    expect(told(venue, from).join('\n')).to.contain('dispute');
    sound(venue);
  });
  it('stay on offer where what is free is enough', () => {
    const { venue } = given(trading, does(ines, sell(40, 1_100)), disputes('open', { amountCents: 110_000 }));
    expect(standing(venue)).to.deep.equal({ free: 0, reserved: 40, frozen: 110 });
  });
  it('leave a call that is frozen as well', () => {
    const { venue } = given(trading, does(ines, sell(150, 1_100)));
    for (let passed = 0; passed < 60; passed += 1) {
      if (venue.state.markets.markets.get(listing)?.phase === 'freeze') break;
      venue.passTo(venue.now + minute / 6);
    }
    expect(venue.state.markets.markets.get(listing)?.phase).to.equal('freeze');
    disputes('open')(venue);
    expect(standing(venue)).to.deep.equal({ free: 0, reserved: 0, frozen: 150 });
    sound(venue);
  });
  it('are free again when the payment stands after all, and may be offered anew', () => {
    const offered: Step = does(ines, sell(150, 1_100));
    const { venue } = given(trading, offered, disputes('open'), disputes('won'), sound);
    expect(standing(venue)).to.deep.equal({ free: 150, reserved: 0, frozen: 0 });
    offered(venue);
    expect(standing(venue)).to.deep.equal({ free: 0, reserved: 150, frozen: 0 });
  });
  it('cannot be offered while they are frozen', () => {
    given(trading, disputes('open')).when(ines, sell(1, 1_100)).refuses('insufficient_units');
  });

  let withdrawn = 0;
  after(() => expect(withdrawn, 'orders that left for a dispute').to.be.above(0));
  const move = fc.record({ what: fc.nat(9), units: fc.integer({ min: 1, max: 80 }), nth: fc.nat(20) });
  property(
    'frozen + reserved + free = held, at all times',
    80,
    [fc.array(move, { minLength: 20, maxLength: 60, size: 'max' })],
    (moves) => {
      const { venue } = given(trading);
      venue.watch = (what) => {
        whole(venue, what);
        expect(violations(venue.state), what).to.deep.equal([]);
      };
      let count = 0;
      for (const { what, units, nth } of moves) {
        const of = { dispute: `dp_${count}`, amountCents: units * 1_900 };
        if (what < 4) venue.take(ines, sell(units, 1_000 + nth));
        else if (what === 4) venue.take(ivo, buy(units, 1_000 + nth));
        else if (what === 5)
          venue.take(ines, { kind: 'orders.cancel', order: ordersOf(venue, ines)[nth] ?? 0 });
        else if (what < 8) {
          count += 1;
          venue.take(
            'venue',
            disputed('open', {
              ...of,
              dispute: `dp_${count}`,
              amountCents: Math.min(150_000, of.amountCents),
            }),
          );
        } else if (what === 8) venue.take('venue', disputed(nth === 0 ? 'lost' : 'won', of));
        else venue.passTo(venue.now + nth * minute);
        whole(venue, `after ${what}`);
      }
      for (const line of told(venue)) if (line.includes('dispute')) withdrawn += 1;
    },
  );
});
