import type { MethodId, PaymentId, PersonId, RefundId } from '@piazza/shared/values';
import { expect } from 'chai';
import { account, available } from '../../server/src/domain/ledger/index.ts';
import type {
  ChargeReport,
  DisputeReport,
  MethodKind,
  Payment,
  RefundReport,
} from '../../server/src/domain/payments/index.ts';
import { violations, type VenueCommand } from '../../server/src/domain/venue/index.ts';
import { cast, place, sealed } from './domain-cast.ts';
import type { DomainVenue } from './domain-venue.ts';
import { does, type Step } from './given.ts';

export const pay = (n = 1): PaymentId => `pay_${n.toString(36)}` as PaymentId;
export const rfd = (n = 1): RefundId => `rfd_${n.toString(36)}` as RefundId;

/** The card of a person, `mth_card_ines`, or the account a debit is taken from, `mth_sepa_ines`. */
export const methodOf = (person: PersonId, kind: MethodKind = 'card'): MethodId =>
  `mth_${kind === 'card' ? 'card' : 'sepa'}_${person.slice(4)}` as MethodId;

/** Everything is paid through a provider, with a card and an account of everybody who invests. */
export const withProvider: Step = (venue) => {
  venue.fold({ kind: 'payments.used', by: 'stripe' });
  for (const person of [cast.ines, cast.ivo, cast.caio, cast.sofia, cast.mirko])
    for (const kind of ['card', 'sepa_debit'] as const) {
      const id = methodOf(person, kind);
      const method = { id, person, kind, provider: `pm_${id}`, label: sealed(id), at: venue.now };
      venue.fold({ kind: 'payments.method_added', method });
    }
};

/** A commitment that a method of its investor pays. */
export const placeBy = (person: PersonId, units: number, kind: MethodKind = 'card', offer?: 'ofr_2'): Step =>
  does(person, {
    ...place(units, ...(offer === undefined ? [] : [offer as never])),
    method: methodOf(person, kind),
  });

export const payment = (venue: DomainVenue, id = pay()): Payment => {
  const found = venue.state.payments.payments.get(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

export const report = (
  status: ChargeReport['status'],
  { id = pay(), attempt = 1, ...rest }: { id?: PaymentId; attempt?: number } & Partial<ChargeReport> = {},
): VenueCommand => ({
  kind: 'payments.charged',
  payment: id,
  attempt,
  report: {
    intent: `pi_${id}_${attempt}`,
    status,
    charge: status === 'succeeded' ? `ch_${id}_${attempt}` : null,
    feeCents: status === 'succeeded' ? 40 : null,
    declined: status === 'declined' ? 'insufficient_funds' : null,
    final: false,
    ...rest,
  },
});

/** What the provider says of a charge happens. */
export const says = (...of: Parameters<typeof report>): Step => does('venue', report(...of));

export const refundReport = (status: RefundReport['status'], id = rfd(), feeCents = 0): VenueCommand => ({
  kind: 'payments.refunded',
  refund: id,
  report: { refund: `re_${id}`, status, feeCents },
});
export const refunds = (...of: Parameters<typeof refundReport>): Step => does('venue', refundReport(...of));

/** Cents at the provider, as the ledger has them. */
export const atProvider = (venue: DomainVenue): number => -available(venue.state.ledger, account.provider);

export const sound: Step = (venue) => expect(violations(venue.state)).to.deep.equal([]);

/** What a bank takes back, and how that ends. */
export const disputed = (
  status: DisputeReport['status'],
  { id = pay(), ...rest }: { id?: PaymentId } & Partial<DisputeReport> = {},
): VenueCommand => ({
  kind: 'payments.disputed',
  report: {
    dispute: `dp_${id}`,
    charge: `ch_${id}_1`,
    amountCents: 150_000,
    feeCents: 2_000,
    status,
    ...rest,
  },
});
export const disputes = (...of: Parameters<typeof disputed>): Step => does('venue', disputed(...of));
