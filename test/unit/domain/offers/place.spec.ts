import { policy } from '@piazza/shared/policy';
import { endOfRomeDay, type PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, EUR } from '../../../../server/src/domain/ledger/index.ts';
import type { OffersEvent } from '../../../../server/src/domain/offers/index.ts';
import type { Protection } from '../../../../server/src/domain/protection/index.ts';
import { setTimer } from '../../../../server/src/domain/schedule/index.ts';
import { cancel, cast, cmt, lst, ofr, orgOf, place } from '../../../support/domain-cast.ts';
import { beginning } from '../../../support/domain-venue.ts';
import { does, funded, given, live, passes, spends, wallet, type Step } from '../../../support/given.ts';
import { precedence } from '../../../support/precedence.ts';
import { understood } from '../../../support/understood.ts';

const ends = endOfRomeDay(beginning, 4);
const placed = (
  investor: PersonId,
  units: number,
  changes: Partial<Extract<OffersEvent, { kind: 'commitments.placed' }>> = {},
) => ({
  kind: 'commitments.placed' as const,
  commitment: cmt(1),
  offer: ofr(1),
  investor,
  units,
  amountCents: units * 1_000,
  tier: 'retail' as const,
  reflectionEndsAt: ends,
  at: beginning,
  ...changes,
});
const full: Step = (venue) => {
  for (let n = 1; n <= policy.commitmentsPerOffer; n += 1) {
    const timer = { kind: 'offers.capture', commitment: cmt(n) } as const;
    venue.fold(placed(cast.caio, 1, { commitment: cmt(n) }), setTimer(`capture:${cmt(n)}`, ends, timer));
  }
};

describe('placing a commitment (OFR-1)', () => {
  it('of a non-sophisticated investor is a pledge, to be captured when the reflection period ends', () => {
    const outcome = given(funded(200_000), live()).when(cast.ines, place(20));
    const timer = setTimer('capture:cmt_1', ends, { kind: 'offers.capture', commitment: cmt(1) });
    outcome.yields(placed(cast.ines, 20), timer);
    expect(outcome.decision).to.have.deep.property('result', { commitment: cmt(1) });
    const venue = outcome.accepts();
    expect(wallet(venue, cast.ines), 'a pledge posts nothing').to.deep.equal({ available: 200_000, held: 0 });
    expect(venue.state.offers.commitments.get(cmt(1))).to.deep.equal({
      id: cmt(1),
      offer: ofr(1),
      investor: cast.ines,
      units: 20,
      amountCents: 20_000,
      method: null,
      fee: null,
      status: 'pledged',
      tier: 'retail',
      placedAt: beginning,
      reflectionEndsAt: ends,
      allottedUnits: 0,
      renewal: null,
      timeline: [{ at: beginning, step: 'pledged' }],
    });
  });
  it('of a sophisticated investor is captured at once, with nothing to reflect on', () => {
    const outcome = given(funded(200_000), live()).when(cast.sofia, place(20));
    outcome.yields(
      placed(cast.sofia, 20, { tier: 'institutional', reflectionEndsAt: null }),
      {
        kind: 'ledger.held',
        hold: 'commitment:cmt_1',
        account: account.cash(cast.sofia),
        asset: EUR,
        amount: 20_000,
        reason: 'capture',
        subject: { commitment: cmt(1), offer: ofr(1) },
      },
      { kind: 'commitments.moved', commitment: cmt(1), to: 'captured', at: beginning },
    );
    const venue = outcome.accepts();
    expect(wallet(venue, cast.sofia)).to.deep.equal({ available: 180_000, held: 20_000 });
    expect(venue.state.offers.offers.get(ofr(1))).to.include({
      committedCents: 20_000,
      capturedCents: 20_000,
    });
  });
  it('may go beyond the hard cap together with others: the allotment deals with that', () => {
    const steps = [funded(1_000_000), live(), does(cast.ines, place(1_000)), understood(cast.ivo)];
    const venue = given(...steps)
      .when(cast.ivo, place(1_000))
      .accepts();
    const offer = venue.state.offers.offers.get(ofr(1));
    expect(offer).to.include({ committedCents: 2_000_000, softCapReached: true, hardCapReached: true });
  });
  it('counts investors, not commitments, and marks the caps when they are reached', () => {
    const { venue } = given(funded(1_000_000), live(), does(cast.ines, place(40), place(50)));
    const offer = venue.state.offers.offers.get(ofr(1))!;
    expect(offer).to.include({ softCapReached: false, hardCapReached: false });
    does(cast.ivo, place(20))(venue);
    expect([...offer.investors]).to.deep.equal([
      [cast.ines, 2],
      [cast.ivo, 1],
    ]);
    expect(offer).to.include({ softCapReached: true, hardCapReached: false });
    expect(venue.state.offers.byInvestor.get(cast.ines)).to.deep.equal([cmt(1), cmt(2)]);
  });
});

/** Ines has not done all of her onboarding. */
const lacking =
  (what: Partial<Protection>): Step =>
  (venue) =>
    void Object.assign(venue.state.protection.people.get(cast.ines)!, what);

describe('a commitment is refused (OFR-3, OFR-4, OFR-9, PRT-11)', () => {
  const mirkosOffer = live({ who: cast.mirko, organisation: orgOf.mirko });
  precedence(
    () => ({
      steps: [funded(3_000_000), mirkosOffer, understood(cast.ines)],
      actor: cast.ines,
      command: place(120),
    }),
    [
      ['not_found', 'to nothing', (wish) => (wish.command = { ...wish.command, offer: ofr(9) })],
      ['offer_not_open', 'to what was cancelled', (wish) => wish.steps.push(does(cast.olga, cancel()))],
      ['own_offer', 'by a representative of the issuer', (wish) => (wish.actor = cast.mirko)],
      [
        'not_a_lot',
        'of a part of a lot',
        (wish) => (wish.command = { ...wish.command, units: wish.command.units + 1 }),
      ],
      [
        'above_hard_cap',
        'above the hard cap',
        (wish) => (wish.command = { ...wish.command, units: wish.command.units + 890 }),
      ],
      [
        'below_minimum_ticket',
        'below the minimum ticket',
        (wish) => (wish.command = { ...wish.command, units: wish.command.units - 110 }),
      ],
      ['identity_needed', 'of nobody known', (wish) => wish.steps.push(lacking({ identity: null }))],
      [
        'knowledge_test_needed',
        'without the test',
        (wish) => wish.steps.push(lacking({ graded: null, passedUntil: null })),
      ],
      [
        'loss_simulation_needed',
        'without the simulation',
        (wish) => wish.steps.push(lacking({ loss: null })),
      ],
      ...(['riskWarning', 'reflectionNotice', 'aboveThreshold'] as const).map(
        (name) =>
          [
            'warning_not_acknowledged',
            `without ${name}`,
            (wish: { command: ReturnType<typeof place> }) => {
              const acknowledgements = { ...wish.command.acknowledgements, [name]: false };
              wish.command = { ...wish.command, acknowledgements };
            },
          ] as const,
      ),
      [
        'understanding_not_proved',
        'without a right answer',
        (wish) => wish.steps.push(lacking({ understanding: null })),
      ],
      ['offer_full', 'as one too many', (wish) => wish.steps.push(full)],
      ['insufficient_funds', 'without the money', (wish) => wish.steps.push(spends(cast.ines, 2_999_999))],
    ],
    ['above the hard cap+below the minimum ticket'],
  );

  it('with the lot, the cap or the ticket that was missed', () => {
    const { when } = given(funded(3_000_000), live());
    when(cast.ines, place(25)).refuses('not_a_lot', { lot: 10 });
    when(cast.ines, place(1_010)).refuses('above_hard_cap', { hardCapCents: 1_000_000 });
    when(cast.ines, place(10)).refuses('below_minimum_ticket', { minimumCents: 20_000 });
  });
  it('at the bounds it is not', () => {
    const { venue, when } = given(funded(3_000_000), live());
    when(cast.ines, place(20)).accepts();
    understood(cast.ines)(venue);
    when(cast.ines, place(1_000)).accepts();
  });
  for (const units of [0, -20, Number.MAX_SAFE_INTEGER - 1, 9_007_199_254_740_980]) {
    it(`for ${units} units, which no form offers`, () => {
      given(funded(3_000_000), live())
        .when(cast.ines, place(units))
        .refuses(units > 0 ? (units % 10 === 0 ? 'above_hard_cap' : 'not_a_lot') : 'below_minimum_ticket');
    });
  }
  it('as the one after the last that an offer takes, and not before', () => {
    const almost: Step = (venue) => {
      for (let n = 1; n < policy.commitmentsPerOffer; n += 1)
        venue.fold(placed(cast.caio, 1, { commitment: cmt(n) }));
    };
    given(funded(3_000_000), live(), almost).when(cast.ines, place(20)).accepts();
  });
});

describe('the money a commitment needs (OFR-4)', () => {
  const two = [live(), live({ listing: lst(2) })];
  it('is what is there less every pledge, on whichever offer', () => {
    given(funded(50_000), ...two, does(cast.ines, place(20, ofr(2))))
      .when(cast.ines, place(40))
      .refuses('insufficient_funds', { freeCents: 30_000, amountCents: 40_000 });
  });
  it('to the cent', () => {
    const steps = (cents: number) => [funded(cents), ...two, does(cast.ines, place(20, ofr(2)))];
    given(...steps(60_000))
      .when(cast.ines, place(40))
      .accepts();
    given(...steps(59_999))
      .when(cast.ines, place(40))
      .refuses('insufficient_funds');
  });
  it('is free again after a revocation', () => {
    const revoked = does(cast.ines, place(40), { kind: 'commitments.revoke', commitment: cmt(1) });
    given(funded(40_000), live(), revoked).when(cast.ines, place(40)).accepts();
  });
  it('is not counted twice once it is captured', () => {
    given(funded(60_000), live(), does(cast.ines, place(20)), passes(6 * 86_400_000))
      .when(cast.ines, place(40))
      .accepts();
  });
  it('is still promised after a capture that failed', () => {
    const failed = [does(cast.ines, place(40)), spends(cast.ines, 20_000), passes(6 * 86_400_000)];
    given(funded(50_000), live(), ...failed)
      .when(cast.ines, place(20))
      .refuses('insufficient_funds', { freeCents: -10_000, amountCents: 20_000 });
  });
});
