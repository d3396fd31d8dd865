import { expect } from 'chai';
import type { ChargeReport, PaymentStatus } from '../../../../server/src/domain/payments/index.ts';
import { atProvider, pay, payment, report, says, sound } from '../../../support/charges.ts';
import { cast } from '../../../support/domain-cast.ts';
import { does, given, wallet } from '../../../support/given.ts';
import { charging, paymentIn, reflectionEnds } from '../../../support/payment-states.ts';

type Said = ChargeReport['status'];
const sayings: readonly Said[] = ['processing', 'action_needed', 'succeeded', 'declined', 'cancelled'];

/** What becomes of a payment by what is said of its newest attempt; nothing where nothing is written. */
const follows: Readonly<Record<PaymentStatus, Partial<Record<Said, PaymentStatus>>>> = {
  due: {
    processing: 'processing',
    action_needed: 'action_needed',
    succeeded: 'succeeded',
    declined: 'declined',
    cancelled: 'declined',
  },
  processing: { succeeded: 'succeeded', declined: 'declined', cancelled: 'declined' },
  action_needed: {
    processing: 'processing',
    succeeded: 'succeeded',
    declined: 'declined',
    cancelled: 'declined',
  },
  declined: {},
  method_needed: {},
  cancelling: {
    processing: 'processing',
    succeeded: 'succeeded',
    declined: 'failed',
    cancelled: 'cancelled',
  },
  succeeded: {},
  disputed: {},
  failed: {},
  cancelled: {},
  charged_back: {},
};

describe('what the provider says of a charge (CHG-6)', () => {
  for (const from of Object.keys(paymentIn) as PaymentStatus[])
    for (const said of sayings) {
      const to = follows[from][said];
      it(`${from}, told ${said}: ${to ?? 'nothing'}`, () => {
        const { venue, when } = given(paymentIn[from]);
        expect(payment(venue).status).to.equal(from);
        const outcome = when('venue', report(said));
        if (to === undefined) {
          outcome.yields();
          return;
        }
        outcome.accepts();
        expect(payment(venue).status).to.equal(to);
        when('venue', report(said)).yields();
      });
      it(`${from}, told ${said} of an older or a later attempt: nothing`, () => {
        const { when } = given(paymentIn[from]);
        for (const attempt of [0, 2]) when('venue', report(said, { attempt })).yields();
      });
    }
  it('of no payment: not_found', () => {
    given(charging)
      .when('venue', report('succeeded', { id: pay(7) }))
      .refuses('not_found');
  });
  it('is told by nobody but the venue', () => {
    for (const who of [cast.ines, cast.olga, cast.adele])
      given(charging).when(who, report('succeeded')).refuses('not_allowed');
  });
  it('keeps what it costs apart from the money of the payer, and books the provider’s line', () => {
    const { venue } = given(charging, says('succeeded', { feeCents: 2_275 }), sound);
    expect(wallet(venue, cast.ines)).to.deep.equal({ available: 0, held: 150_000 });
    expect(atProvider(venue)).to.equal(150_000 - 2_275);
    expect([...venue.state.payments.books]).to.deep.equal([
      ['ch_pay_1_1', { hereCents: 150_000 - 2_275, thereCents: 0, since: reflectionEnds }],
    ]);
  });
  it('books what it costs later where it is known later, and only once', () => {
    const late = report('succeeded', { feeCents: 300 });
    const { venue, when } = given(
      charging,
      says('succeeded', { feeCents: null }),
      does('venue', late),
      sound,
    );
    expect(payment(venue).providerFeeCents).to.equal(300);
    expect(atProvider(venue)).to.equal(150_000 - 300);
    when('venue', late).yields();
    when('venue', report('succeeded', { feeCents: null })).yields();
  });
});
