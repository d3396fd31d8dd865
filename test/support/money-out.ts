import type { OutgoingId, PersonId, ProposalId } from '@piazza/shared/values';
import type { Holder, Outgoing, OutgoingReport, Payee } from '../../server/src/domain/payments/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';
import { cast, why } from './domain-cast.ts';
import type { DomainVenue } from './domain-venue.ts';
import { does, inTurn, type Step } from './given.ts';

export const out = (n = 1): OutgoingId => `out_${n.toString(36)}` as OutgoingId;
const accountOf = (holder: Holder): string => `acct_${holder}`;

/** The holder has an account of its own at the provider, which stands so. */
export const payee = (holder: Holder, status: Payee['status'] = 'ready'): Step =>
  does(
    'venue',
    { kind: 'payments.linkPayee', holder, account: accountOf(holder) },
    { kind: 'payments.payeeSeen', account: accountOf(holder), status },
  );

export const outgoing = (venue: DomainVenue, id = out()): Outgoing => {
  const found = venue.state.payments.outgoings.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

type More = Partial<OutgoingReport> & { readonly attempt?: number };
export const sentReport = (
  status: OutgoingReport['status'],
  id = out(),
  { attempt = 1, ...rest }: More = {},
): VenueCommand => ({
  kind: 'payments.sent',
  outgoing: id,
  attempt,
  report: {
    status,
    transfer: status === 'refused' ? null : `tr_${id}_${attempt}`,
    bank: null,
    reversal: status === 'returned' ? `trr_${id}` : null,
    problem: status === 'refused' || status === 'returned' ? 'account_closed' : null,
    ...rest,
  },
});
/** What the provider says of money on its way out happens. */
export const sent = (...of: Parameters<typeof sentReport>): Step => does('venue', sentReport(...of));

const hash = 'hash of what is read';
export const proposeOut = (id = out()): VenueCommand => ({
  kind: 'approvals.propose',
  act: { kind: 'money_out', outgoing: id },
  contentHash: hash,
  reason: why,
});
export const agreeOut = (n = 1): VenueCommand => ({
  kind: 'approvals.approve',
  proposal: `apr_${n}` as ProposalId,
  contentHash: hash,
  reason: why,
});
/** Olga and Oreste agree that it leaves. */
export const agreed = (id = out(), proposal = 1): Step =>
  inTurn(does(cast.olga, proposeOut(id)), does(cast.oreste, agreeOut(proposal)));

export const customer = (holder: Holder): string => `cus_${holder}`;
export const linked = (holder: Holder): Step =>
  does('venue', { kind: 'payments.linkCustomer', holder, customer: customer(holder) });

/** A bank transfer of the holder's has come and is collected; the nth payment of the venue. */
export const transfers = (holder: Holder, amountCents: number, n = 1): Step =>
  inTurn(
    (venue) => (venue.state.payments.customers.has(holder) ? undefined : linked(holder)(venue)),
    does(
      'venue',
      {
        kind: 'payments.arrived',
        customer: customer(holder),
        transaction: `ccsbtxn_${n}`,
        amountCents,
      },
      {
        kind: 'payments.charged',
        payment: `pay_${n.toString(36)}` as never,
        attempt: 1,
        report: {
          intent: `pi_transfer_${n}`,
          status: 'succeeded',
          charge: `py_${n}`,
          feeCents: 0,
          declined: null,
          final: false,
        },
      },
    ),
  );

export const withdraw = (amountCents: number): VenueCommand => ({ kind: 'payments.withdraw', amountCents });
export const withdraws = (person: PersonId, amountCents: number): Step => does(person, withdraw(amountCents));
