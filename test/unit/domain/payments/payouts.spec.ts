import type { RejectionCode } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { account, available, held } from '../../../../server/src/domain/ledger/index.ts';
import { placeBy, says, sound, withProvider } from '../../../support/charges.ts';
import { cast, orgOf, place, why } from '../../../support/domain-cast.ts';
import { day, type DomainVenue } from '../../../support/domain-venue.ts';
import {
  does,
  funded,
  given,
  happened,
  live,
  offerIn,
  passes,
  submitted,
  approved,
} from '../../../support/given.ts';
import { fees } from '../../../support/fees.ts';
import {
  agreed,
  agreeOut,
  out,
  outgoing,
  payee,
  proposeOut,
  sent,
  sentReport,
  transfers,
} from '../../../support/money-out.ts';

const org = orgOf.enzo;
const raised = [withProvider, offerIn('funded')];
/** The offer raises €2,000: 1 % of it is kept back. */
const rest = 198_000;
const statuses = ({ state }: DomainVenue): string[] =>
  [...state.payments.outgoings.values()].map(
    ({ id, status, amountCents }) => `${id} ${status} ${amountCents}`,
  );
const cents = ({ state }: DomainVenue, id: string): readonly number[] => [
  available(state.ledger, id),
  held(state.ledger, id),
];
/** The issuer's first impact report is accepted. */
const reported = (venue: DomainVenue): void => {
  const report = [...venue.state.duties.reports.values()].find(({ kind }) => kind === 'impact')!;
  does(cast.enzo, {
    kind: 'duties.file',
    report: report.id,
    words: why,
    figure: 1,
    documents: [],
    contentHash: 'filed',
  })(venue);
  does(cast.olga, {
    kind: 'duties.decide',
    report: report.id,
    accept: true,
    contentHash: 'filed',
    words: why,
  })(venue);
  passes(0)(venue);
};

describe('a payout', () => {
  it('OUT-6: of all proceeds but what is kept back waits as soon as an offer is funded', () => {
    const { venue } = given(...raised, sound);
    expect(statuses(venue)).to.deep.equal([`out_1 waiting ${rest}`]);
    expect(outgoing(venue)).to.include({ kind: 'payout', holder: org, fourEyes: true });
    expect(cents(venue, account.proceeds(org))).to.deep.equal([0, rest]);
    expect(cents(venue, account.retention(org))).to.deep.equal([2_000, 0]);
  });

  it('OUT-6: is none with play money, and none of an offer that failed', () => {
    expect(statuses(given(offerIn('funded'), passes(day)).venue)).to.deep.equal([]);
    expect(statuses(given(withProvider, offerIn('failed'), passes(day)).venue)).to.deep.equal([]);
  });

  it('OUT-6: of what was kept back follows the first accepted impact report', () => {
    const { venue } = given(...raised, passes(200 * day), reported, sound);
    expect(statuses(venue)).to.deep.equal([`out_1 waiting ${rest}`, 'out_2 waiting 2000']);
    expect(cents(venue, account.retention(org))).to.deep.equal([0, 0]);
  });

  it('OUT-6: of what a debit has paid follows when the debit can no longer be taken back', () => {
    const { venue } = given(
      withProvider,
      live(),
      funded(500_000, cast.ivo),
      does(cast.ivo, place(100)),
      placeBy(cast.ines, 50, 'sepa_debit'),
      passes(5 * day),
      says('succeeded'),
      passes(35 * day),
      sound,
    );
    expect(statuses(venue)).to.deep.equal(['out_1 waiting 99000']);
    passes(60 * day)(venue);
    sound(venue);
    expect(statuses(venue)).to.deep.equal(['out_1 waiting 99000', 'out_2 waiting 49500']);
    expect(cents(venue, account.retention(org))).to.deep.equal([1_500, 0]);
  });

  it('OUT-7: leaves when its account is ready and two persons have agreed', () => {
    given(...raised)
      .when(cast.olga, proposeOut())
      .refuses('payee_not_ready', { status: 'none' });
    const { venue } = given(...raised, payee(org), agreed(), sound);
    expect(statuses(venue)).to.deep.equal([`out_1 due ${rest}`]);
    sent('transferred', out(), { bank: 'po_1' })(venue);
    sound(venue);
    expect(cents(venue, account.proceeds(org))).to.deep.equal([0, 0]);
    sent('paid')(venue);
    expect(statuses(venue)).to.deep.equal([`out_1 paid ${rest}`]);
    expect(venue.state.payments.books.get('tr_out_1_1')).to.include({ hereCents: -rest });
  });

  it('OUT-7: agreed to for another account, or one that stands otherwise, is not done', () => {
    const { when } = given(
      ...raised,
      payee(org),
      does(cast.olga, proposeOut()),
      does('venue', { kind: 'payments.payeeSeen', account: `acct_${org}`, status: 'restricted' }),
    );
    when(cast.oreste, agreeOut()).refuses('content_changed');
  });

  it('OUT-7: is agreed to by nobody who acts for the issuer, or has declared an interest in it', () => {
    const interest = happened({
      kind: 'conduct.declared',
      conflict: 'cfl_1',
      person: cast.oreste,
      interest: 'family',
      concerning: org,
      words: why,
      at: 0 as never,
    });
    const ready = [...raised, payee(org)];
    given(...ready, interest, does(cast.olga, proposeOut()))
      .when(cast.oreste, agreeOut())
      .refuses('conflict_of_interest');
    const seat = happened({
      kind: 'organisations.represented',
      organisation: org,
      person: cast.olga,
      acts: true,
    });
    given(...ready, seat)
      .when(cast.olga, proposeOut())
      .refuses('conflict_of_interest');
    const stepped = does(cast.oreste, { kind: 'queue.declare', object: out(), conflict: true, words: null });
    given(...ready, stepped)
      .when(cast.oreste, proposeOut())
      .refuses('conflict_of_interest');
    const ended = happened({ kind: 'conduct.ended', conflict: 'cfl_1', at: 0 as never });
    given(...ready, interest, ended, agreed());
  });

  it('OUT-8: that the provider refuses waits anew with the problem shown, and a new agreement', () => {
    const { venue, when } = given(...raised, payee(org), agreed(), sent('refused'), sound);
    expect(outgoing(venue)).to.include({ status: 'waiting', problem: 'account_closed', attempt: 2 });
    expect(cents(venue, account.proceeds(org))).to.deep.equal([0, rest]);
    when('venue', sentReport('transferred')).yields();
    agreed(out(), 2)(venue);
    sent('transferred', out(), { attempt: 2 })(venue);
    sound(venue);
    expect(outgoing(venue)).to.include({ status: 'transferred', transfer: 'tr_out_1_2' });
  });

  it('OUT-8: that came back is the issuer’s again, and is to be paid out anew', () => {
    const { venue } = given(
      ...raised,
      payee(org),
      agreed(),
      sent('paid'),
      sent('returned'),
      passes(0),
      sound,
    );
    expect(statuses(venue)).to.deep.equal([`out_1 returned ${rest}`, `out_2 waiting ${rest}`]);
    expect(cents(venue, account.proceeds(org))).to.deep.equal([0, rest]);
    expect(venue.state.payments.books.get('trr_out_1')).to.include({ hereCents: rest });
  });
});

describe('the account of a payee', () => {
  const link = (own: string, holder: string = cast.ines) =>
    ({ kind: 'payments.linkPayee', holder, account: own }) as never;

  it('OUT-9: is linked once, for who exists, where there is a provider', () => {
    const refused = (
      when: ReturnType<typeof given>['when'],
      code: RejectionCode,
      ...of: Parameters<typeof link>
    ) => when('venue', link(...of)).refuses(code);
    refused(given().when, 'payments_off', 'acct_1');
    refused(given(withProvider).when, 'not_found', 'acct_1', 'per_none');
    const { when } = given(withProvider, does('venue', link('acct_1')));
    when('venue', link('acct_1')).yields();
    refused(when, 'illegal_state', 'acct_2');
  });

  it('OUT-9: stands as the provider says; what is unknown or the same is nothing', () => {
    const { when } = given(withProvider, payee(cast.ines));
    const seen = (own: string, status: 'ready' | 'restricted') =>
      when('venue', { kind: 'payments.payeeSeen', account: own, status });
    seen('acct_none', 'ready').yields();
    seen(`acct_${cast.ines}`, 'ready').yields();
    seen(`acct_${cast.ines}`, 'restricted').yields({
      kind: 'payments.payee_changed',
      holder: cast.ines,
      status: 'restricted',
    });
  });
});

describe('what an issuer owes', () => {
  it('FEE-3: the success fee is taken of the proceeds when an offer is funded, with play money as well', () => {
    for (const steps of [[], [withProvider]]) {
      const { venue } = given(...steps, fees({ successBps: 333 }), offerIn('funded'), sound);
      // 3.33 % of €2,000 and 22 % of it: 6,660 and 1,465.2 cents.
      expect(cents(venue, account.fees)).to.deep.equal([6_660, 0]);
      expect(cents(venue, account.vat)).to.deep.equal([1_466, 0]);
      const left = rest - 6_660 - 1_466;
      expect(cents(venue, account.proceeds(org))).to.deep.equal(steps.length === 0 ? [left, 0] : [0, left]);
    }
  });

  it('FEE-3: nothing is taken where no fee was set, or of an offer that failed', () => {
    for (const steps of [[offerIn('funded')], [fees({ successBps: 333 }), offerIn('failed')]])
      expect(cents(given(...steps).venue, account.fees)).to.deep.equal([0, 0]);
  });

  it('FEE-4: the admission fee is taken of the issuer’s own money when its listing is admitted, once', () => {
    const { venue } = given(
      withProvider,
      fees({ admissionCents: 10_000 }),
      transfers(org, 12_200),
      approved(),
      sound,
    );
    expect(cents(venue, account.funds(org))).to.deep.equal([0, 0]);
    expect([account.fees, account.vat].map((id) => cents(venue, id)[0])).to.deep.equal([10_000, 2_200]);
    expect(venue.state.payments.admissions.get('lst_1' as never)?.paidAt).to.equal(venue.now);
    expect(
      given(fees({ admissionCents: 10_000 }), submitted()).venue.state.payments.admissions.size,
    ).to.equal(0);
  });

  it('FEE-4: else it stays owed, and is taken of what the offer raises', () => {
    const { venue } = given(
      withProvider,
      fees({ admissionCents: 10_000 }),
      transfers(org, 12_199),
      live(),
      funded(500_000),
      sound,
    );
    expect(cents(venue, account.funds(org))).to.deep.equal([12_199, 0]);
    expect(venue.state.payments.admissions.get('lst_1' as never)?.paidAt).to.equal(null);
    does(cast.sofia, place(200))(venue);
    passes(60 * day)(venue);
    sound(venue);
    expect(statuses(venue)).to.deep.equal([`out_1 waiting ${rest - 12_200}`]);
    const own = given(fees({ admissionCents: 10_000 }), offerIn('funded'), sound).venue;
    expect(cents(own, account.proceeds(org))).to.deep.equal([rest - 12_200, 0]);
  });
});
