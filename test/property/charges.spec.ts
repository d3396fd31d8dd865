import type { CommitmentId, PersonId } from '@piazza/shared/values';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { account, available, held } from '../../server/src/domain/ledger/index.ts';
import { isFinal } from '../../server/src/domain/payments/index.ts';
import { evolve, initialVenue, violations, type VenueCommand } from '../../server/src/domain/venue/index.ts';
import { canonicalJson } from '../../server/src/kernel/canonical.ts';
import { methodOf, withProvider } from '../support/charges.ts';
import { cancel, cast, everybody, ofr, place, revoke } from '../support/domain-cast.ts';
import { day, DomainVenue, hour, minute } from '../support/domain-venue.ts';
import { funded, live } from '../support/given.ts';
import { property } from '../support/property.ts';
import { ProviderModel } from '../support/provider-model.ts';

const investors: readonly PersonId[] = [cast.ines, cast.ivo, cast.caio, cast.sofia];
const wallet = 150_000;

const weights = {
  place: 12,
  revoke: 2,
  retry: 2,
  cancel: 0.2,
  call: 24,
  happens: 14,
  bank: 2,
  again: 16,
} as const;
type What = keyof typeof weights;
interface Move {
  readonly what: What;
  readonly nth: number;
  readonly luck: number;
  readonly pause: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.oneof(
    ...Object.entries(weights).map(([what, weight]) => ({
      weight: weight * 10,
      arbitrary: fc.constant(what as What),
    })),
  ),
  nth: fc.nat(1_000),
  luck: fc.nat(10_000),
  pause: fc.oneof(
    { weight: 30, arbitrary: fc.constant(0) },
    { weight: 20, arbitrary: fc.integer({ min: minute, max: 6 * hour }) },
    { weight: 4, arbitrary: fc.integer({ min: day, max: 4 * day }) },
  ),
});
interface Story {
  readonly softCap: number;
  readonly hardCap: number;
  readonly feeBps: number;
  readonly moves: readonly Move[];
}
const stories: fc.Arbitrary<Story> = fc.record({
  softCap: fc.constantFrom(20_000, 100_000, 300_000),
  hardCap: fc.constantFrom(300_000, 1_000_000),
  feeBps: fc.constantFrom(0, 0, 17),
  moves: fc.array(move, { minLength: 20, maxLength: 160, size: 'max' }),
});

function begun({ softCap, hardCap, feeBps }: Story): DomainVenue {
  const venue = new DomainVenue();
  everybody(venue);
  withProvider(venue);
  const at = venue.now;
  const reason = { ref: 'why', hash: 'why' };
  const fees = { commitmentBps: feeBps, tradeBps: 0, successBps: feeBps, admissionCents: 0 };
  const version = { ...fees, from: at, at, maker: cast.olga, checker: cast.oreste, reason };
  venue.fold({ kind: 'conduct.fees_set', version });
  live({ facts: { softCap, hardCap } })(venue);
  funded(wallet)(venue);
  venue.watch = (what) => expect(violations(venue.state), what).to.deep.equal([]);
  return venue;
}

function wish(
  venue: DomainVenue,
  model: ProviderModel,
  { what, nth, luck }: Move,
): [string, VenueCommand] | undefined {
  const who = investors[nth % investors.length]!;
  const { commitments } = venue.state.offers;
  const { payments } = venue.state.payments;
  const said = (command: VenueCommand | undefined): [string, VenueCommand] | undefined =>
    command === undefined ? undefined : ['venue', command];
  switch (what) {
    case 'place': {
      const method = [methodOf(who), methodOf(who, 'sepa_debit'), null][luck % 3] ?? null;
      return [who, { ...place(20 + 10 * (luck % 12)), method }];
    }
    case 'revoke': {
      const one = [...commitments.values()][nth % Math.max(1, commitments.size)];
      return one === undefined ? undefined : [one.investor, revoke(one.id)];
    }
    case 'retry': {
      const one = [...payments.values()].find(
        ({ status }) => status === 'declined' || status === 'method_needed',
      );
      if (one === undefined) return undefined;
      const method = methodOf(one.payer as PersonId, luck % 2 === 0 ? 'card' : 'sepa_debit');
      return [one.payer, { kind: 'payments.retry', payment: one.id, method }];
    }
    case 'cancel':
      return [cast.olga, cancel(ofr(1))];
    case 'call':
      return said(model.call(venue.state.payments, nth, luck));
    case 'happens':
      return said(model.happens(nth, luck));
    case 'bank':
      return said(model.bank(nth, luck));
    case 'again':
      return said(model.reports[nth % Math.max(1, model.reports.length)]);
  }
}

function play(story: Story): { readonly venue: DomainVenue; readonly model: ProviderModel } {
  const venue = begun(story);
  const model = new ProviderModel();
  for (const one of story.moves) {
    venue.passTo(venue.now + one.pause);
    const wished = wish(venue, model, one);
    if (wished === undefined) continue;
    // What the provider has said may be lost on its way.
    if (wished[0] === 'venue' && one.luck % 6 === 0) continue;
    const decision = venue.take(wished[0] as PersonId, wished[1]);
    if (wished[0] === 'venue') expect(decision, wished[1].kind).to.have.property('events');
  }
  return { venue, model };
}

/** Until nothing is under way any more: whatever was lost is read, whatever waits is called. */
function settle(venue: DomainVenue, model: ProviderModel): void {
  venue.watch = () => undefined;
  for (let round = 0; round < 30; round += 1) {
    for (const report of model.readAll()) venue.take('venue', report);
    expect(violations(venue.state)).to.deep.equal([]);
    for (let nth = 0; nth < 40; nth += 1) {
      const report = model.call(venue.state.payments, nth, 3 + nth);
      if (report === undefined) break;
      venue.take('venue', report);
      model.happens(nth, 3 + nth);
    }
    while (model.happens(round, 7 + round) !== undefined);
    venue.passTo(venue.now + 4 * day);
  }
  for (const report of model.readAll()) venue.take('venue', report);
}

const statusOf = (venue: DomainVenue, id: CommitmentId): string =>
  venue.state.offers.commitments.get(id)!.status;

describe('charges, whatever the provider says and when (CHG-6, MNY-1)', () => {
  property(
    'leave the venue sound, and the money of both sides the same to the cent',
    250,
    [stories],
    (story) => {
      const { venue, model } = play(story);
      settle(venue, model);
      const { payments, refunds, calls, disputes } = venue.state.payments;
      expect([...calls.keys()].filter((id) => !id.startsWith('out_'))).to.deep.equal([]);
      expect(-available(venue.state.ledger, account.provider)).to.equal(model.balanceCents);
      const brought = new Map<string, number>();
      for (const { payment, status, amountCents } of model.charges.values())
        if (status === 'succeeded') {
          expect(brought.has(payment), `${payment} is charged once`).to.equal(false);
          brought.set(payment, amountCents);
        }
      for (const { id, status, purpose, succeededAt } of payments.values()) {
        expect(succeededAt !== null, id).to.equal(brought.has(id));
        expect(
          isFinal('payment', status) || status === 'succeeded' || status === 'disputed',
          `${id} is ${status}`,
        ).to.equal(true);
        if (purpose.kind === 'commitment')
          expect(statusOf(venue, purpose.commitment)).to.not.equal('charging');
      }
      expect(venue.state.offers.offers.get(ofr(1))!.status).to.be.oneOf(['funded', 'failed', 'cancelled']);
      if (disputes.size > 0) return;
      // Nobody has lost or won a cent: what came in is in a wallet, went back, or has bought units.
      for (const who of investors) {
        let should = wallet;
        for (const { id, payer } of payments.values()) if (payer === who) should += brought.get(id) ?? 0;
        for (const { payment, status, amountCents } of refunds.values())
          if (payments.get(payment)?.payer === who && status !== 'failed') should -= amountCents;
        for (const { investor, status, allottedUnits, fee } of venue.state.offers.commitments.values()) {
          if (investor !== who || status !== 'settled') continue;
          const cost = allottedUnits * 1_000;
          const net = Math.ceil((cost * (fee?.bps ?? 0)) / 10_000);
          should -= cost + net + Math.ceil((net * (fee?.vatBps ?? 0)) / 10_000);
        }
        const cash = account.cash(who);
        expect(available(venue.state.ledger, cash) + held(venue.state.ledger, cash), who).to.equal(should);
        expect(held(venue.state.ledger, cash), who).to.equal(0);
      }
    },
  );

  property('their events alone make the same state again', 40, [stories], (story) => {
    const { venue } = play(story);
    const again = initialVenue();
    for (const event of JSON.parse(JSON.stringify(venue.journal)) as typeof venue.journal)
      evolve(again, event);
    expect(canonicalJson(again)).to.equal(canonicalJson(venue.state));
  });
});
