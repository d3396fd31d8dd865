import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { account, available, held } from '../../server/src/domain/ledger/index.ts';
import { pledgedCents } from '../../server/src/domain/offers/index.ts';
import { evolve, initialVenue } from '../../server/src/domain/venue/index.ts';
import { canonicalJson } from '../../server/src/kernel/canonical.ts';
import { cast, everybody } from '../support/domain-cast.ts';
import { day, DomainVenue } from '../support/domain-venue.ts';
import { funded, spends } from '../support/given.ts';
import { property } from '../support/property.ts';
import { faults, openTimers } from '../support/venue-audit.ts';
import { wishOf } from '../support/venue-model.ts';
import { moves, type Move, type Told } from '../support/venue-moves.ts';

const start = 3_000_000;
const investors = [cast.ines, cast.ivo, cast.caio, cast.sofia, cast.mirko];

function begun(): DomainVenue {
  const venue = new DomainVenue();
  everybody(venue);
  funded(start)(venue);
  return venue;
}
/** Plays the moves; `look` sees every wish before it is taken. */
function play(
  all: readonly Move[],
  look: (venue: DomainVenue, ...wish: ReturnType<typeof wishOf>) => void,
): DomainVenue {
  const venue = begun();
  venue.watch = (what) => expect(faults(venue.state), what).to.deep.equal([]);
  for (const move of all) {
    venue.passTo(venue.now + move.pause);
    const wish = wishOf(venue, move);
    look(venue, ...wish);
    venue.take(...wish);
  }
  return venue;
}

/** What each command may be refused with, beside not_allowed. */
const documented: Readonly<Record<Told, readonly RejectionCode[]>> = {
  'venue.open': ['illegal_state'],
  'venue.advanceClock': ['simulation_only', 'clock_out_of_range'],
  'people.register': [],
  'people.updateProfile': [],
  'people.acknowledgeWarning': [],
  'people.readNotices': [],
  'people.setTier': ['not_found', 'tier_unchanged'],
  'people.setRole': ['not_found', 'role_unchanged', 'last_administrator'],
  'organisations.create': [],
  'organisations.update': ['not_found'],
  'listings.create': ['not_found'],
  'listings.saveDraft': ['not_found', 'illegal_state', 'stale_revision'],
  'listings.submit': [
    'not_found',
    'illegal_state',
    'prospectus_incomplete',
    'terms_invalid',
    'dossier_incomplete',
    'issuer_cap_exceeded',
  ],
  'listings.withdraw': ['not_found', 'illegal_state'],
  'listings.revise': ['not_found', 'illegal_state'],
  'offers.publish': ['not_found', 'illegal_state', 'terms_invalid'],
  'review.take': ['not_found', 'illegal_state', 'same_reviewer', 'conflict_of_interest'],
  'review.requestChanges': ['not_found', 'illegal_state', 'not_reviewer'],
  'review.approve': [
    'not_found',
    'illegal_state',
    'not_reviewer',
    'same_reviewer',
    'conflict_of_interest',
    'gates_not_confirmed',
    'content_changed',
    'due_diligence_incomplete',
  ],
  'offers.cancel': ['not_found', 'illegal_state'],
  'commitments.place': [
    'not_found',
    'offer_not_open',
    'own_offer',
    'not_a_lot',
    'above_hard_cap',
    'below_minimum_ticket',
    'warning_not_acknowledged',
    'understanding_not_proved',
    'identity_needed',
    'identity_not_approved',
    'knowledge_test_needed',
    'loss_simulation_needed',
    'offer_full',
    'insufficient_funds',
  ],
  'commitments.revoke': ['not_found', 'illegal_state', 'reflection_ended'],
  'wallet.topUp': ['simulation_only', 'amount_out_of_range'],
};

describe('the venue, whatever people do (MNY-1, MNY-3)', () => {
  property(
    'is sound after every command and every timer, and nobody promises more than they have',
    500,
    [moves],
    (all) => {
      const venue = play(all, () => undefined);
      for (const who of investors) {
        const free = available(venue.state.ledger, account.cash(who)) - pledgedCents(venue.state.offers, who);
        expect(free).to.be.at.least(0);
      }
    },
  );

  property(
    'deciding changes nothing, gives the same answer twice, and refuses with none but its own codes',
    30,
    [moves],
    (all) => {
      play(all, (venue, actor, command) => {
        const before = canonicalJson(venue.state);
        const first = venue.decide(actor, command);
        expect(venue.decide(actor, command)).to.deep.equal(first);
        expect(canonicalJson(venue.state)).to.equal(before);
        if ('rejection' in first)
          expect(first.rejection.code).to.be.oneOf(['not_allowed', ...documented[command.kind as Told]]);
      });
    },
  );

  property('its events alone make the same state again', 100, [moves], (all) => {
    const venue = play(all, () => undefined);
    const again = initialVenue();
    for (const event of JSON.parse(JSON.stringify(venue.journal)) as typeof venue.journal)
      evolve(again, event);
    expect(canonicalJson(again)).to.equal(canonicalJson(venue.state));
  });

  property(
    'in the end every offer is over, and every cent is in a wallet or with an issuer',
    300,
    [moves],
    (all) => {
      const venue = play(all, () => undefined);
      const placed = (who: string): number =>
        [...venue.state.offers.commitments.values()]
          .filter(({ investor, status }) => investor === who && status === 'settled')
          .reduce(
            (sum, one) => sum + one.allottedUnits * venue.state.offers.offers.get(one.offer)!.terms.price,
            0,
          );
      const brought = new Map<string, number>();
      for (const event of venue.journal)
        if (event.kind === 'ledger.posted' && event.reason === 'top_up')
          brought.set(event.to, (brought.get(event.to) ?? 0) + event.amount);
      venue.passTo(venue.now + 1_000 * day);
      for (const { status } of venue.state.offers.offers.values())
        expect(status).to.be.oneOf(['funded', 'failed', 'cancelled']);
      expect(openTimers(venue.state).length + venue.state.ledger.holds.size).to.equal(0);
      for (const who of investors) {
        const cash = account.cash(who);
        expect(held(venue.state.ledger, cash)).to.equal(0);
        expect(available(venue.state.ledger, cash)).to.equal((brought.get(cash) ?? 0) - placed(who));
      }
    },
  );

  const losses = fc.tuple(
    moves,
    fc.array(fc.tuple(fc.nat(139), fc.nat(4), fc.integer({ min: 1, max: 150_000 })), {
      minLength: 3,
      maxLength: 12,
    }),
  );
  property('stays sound where money is gone when it is to be captured', 150, [losses], ([all, gone]) => {
    let step = 0;
    const venue = play(all, (now) => {
      for (const [at, who, amount] of gone) {
        const there = available(now.state.ledger, account.cash(investors[who]!));
        if (at === step && there >= amount) spends(investors[who]!, amount)(now);
      }
      step += 1;
    });
    venue.passTo(venue.now + 1_000 * day);
    expect(openTimers(venue.state).length + venue.state.ledger.holds.size).to.equal(0);
  });
});
