import type { MethodId, PersonId } from '@piazza/shared/values';
import type { Actor } from '../../server/src/domain/core/index.ts';
import type { PaymentsState } from '../../server/src/domain/payments/index.ts';
import type { VenueCommand, VenueState } from '../../server/src/domain/venue/index.ts';
import { cancel, place, revoke, sealed } from '../../test/support/domain-cast.ts';
import { below, pick, weighed, type Chance } from '../../test/support/market-wishes.ts';
import type { ProviderModel } from '../../test/support/provider-model.ts';
import type { Ground } from './ground.ts';

/** A call with this luck goes through at once. */
export const succeeds = 2;

/** Who somebody is at the provider, what they pay with there, and a first bank transfer of theirs. */
export const introduction = (person: PersonId, amountCents: number): readonly VenueCommand[] => [
  { kind: 'payments.linkCustomer', holder: person, customer: `cus_${person}` },
  ...(['card', 'sepa_debit'] as const).map((kind): VenueCommand => {
    const provider = `pm_${kind}_${person}`;
    return { kind: 'payments.addMethod', person, method: { kind, provider, label: sealed(provider) } };
  }),
  arrival(person, `ccsbtxn_${person}`, amountCents),
];

const arrival = (person: PersonId, transaction: string, amountCents: number): VenueCommand => ({
  kind: 'payments.arrived',
  customer: `cus_${person}`,
  transaction,
  amountCents,
});

type Wish = readonly [Actor, VenueCommand];
const most = 10_000;

function ofInvestor(
  chance: Chance,
  { payments, offers: { byInvestor } }: VenueState,
  person: PersonId,
  { offers, operators }: Pick<Ground, 'offers' | 'operators'>,
): Wish | undefined {
  const methods = [...payments.methods.values()].filter((one) => one.person === person).map(({ id }) => id);
  const kind = weighed(chance, [
    [80, 'place'],
    [20, 'retry'],
    [20, 'revoke'],
    [10, 'arrival'],
    [1, 'cancel'],
  ] as const);
  if (kind === 'cancel') return [pick(chance, operators), cancel(pick(chance, offers))];
  if (kind === 'arrival')
    return ['venue', arrival(person, `ccsbtxn_${payments.payments.size}`, 1 + below(chance, 200_000))];
  if (kind === 'revoke') {
    const own = byInvestor.get(person) ?? [];
    return own.length === 0 ? undefined : [person, revoke(pick(chance, own))];
  }
  const method: MethodId | null = chance() < 0.8 && methods.length > 0 ? pick(chance, methods) : null;
  if (kind === 'place')
    return [person, { ...place(10 * (1 + below(chance, 30)), pick(chance, offers)), method }];
  const declined = [...payments.payments.values()].find(
    ({ payer, status }) => payer === person && (status === 'declined' || status === 'method_needed'),
  );
  if (declined === undefined || method === null) return undefined;
  return [person, { kind: 'payments.retry', payment: declined.id, method }];
}

/** What comes from a provider, or is paid through it: calls are made, things happen, some are told again, some never. */
export function paidWish(
  chance: Chance,
  state: VenueState,
  provider: ProviderModel,
  ground: Ground,
): Wish | undefined {
  const [nth, luck] = [below(chance, most), below(chance, most)];
  const kind = weighed(chance, [
    [10, 'call'],
    [6, 'happens'],
    [1, 'bank'],
    [6, 'again'],
    [8, 'investor'],
  ] as const);
  if (kind === 'investor') return ofInvestor(chance, state, pick(chance, ground.investors), ground);
  const report =
    kind === 'call'
      ? provider.call(state.payments, nth, luck)
      : kind === 'again'
        ? provider.reports[nth % Math.max(1, provider.reports.length)]
        : provider[kind](nth, luck);
  return report === undefined || chance() < 0.1 ? undefined : ['venue', report];
}

/** Tells everything that was said and makes every call, until nothing is under way. */
export function* settlement(provider: ProviderModel, payments: () => PaymentsState): Generator<VenueCommand> {
  for (let round = 0; round < 10; round += 1) {
    yield* provider.readAll();
    for (let calls = 0; calls < 5_000; calls += 1) {
      const report = provider.call(payments(), 0, succeeds);
      if (report === undefined) break;
      yield report;
    }
    // Nothing is left on its way: debits come to their end, refunds arrive.
    while (provider.happens(0, 7) !== undefined);
  }
  yield* provider.readAll();
}
