import { contract, type EndpointName } from '@piazza/shared/contract';
import type { MethodId, PaymentId } from '@piazza/shared/values';
import type { WireRequest } from './api-client.ts';
import type { Cast, Player } from './cast.ts';
import { day } from './draft.ts';
import { dayAhead } from './duties.ts';
import { published } from './listings.ts';
import { fundedIssue } from './markets.ts';
import { commitBy, daysPass, leaves, numbers } from './payers.ts';
import type { PaidVenue } from './paid-venue.ts';

/** A request that succeeds where money is at a provider, and what else it needs is there. */
export type PaidRequests = Readonly<Partial<Record<EndpointName, () => Promise<WireRequest>>>>;

const reason = 'Everything was looked at twice';
const back = '/portfolio/payments';

/** Nobody keeps more than so many ways to pay: those that nothing is under way with go. */
async function makeRoom({ api }: Player): Promise<void> {
  for (const { id, inUse } of (await api.call('payments.overview')).methods)
    if (!inUse) await api.call('payments.removeMethod', { params: { methodId: id } });
}

/** A payment of Ines by such a card, after her reflection period. */
async function charged(shop: PaidVenue, cast: Cast, number: string): Promise<PaymentId> {
  const { offerId } = await published(cast);
  await makeRoom(cast.ines);
  const method = await leaves(shop, cast.ines, 'card', number);
  const { id } = await commitBy(cast.ines, offerId, 20, method);
  await daysPass(shop, cast, 5);
  const { payment } = await cast.ines.api.call('payments.ofCommitment', { params: { commitmentId: id } });
  if (payment === null) throw new Error('nothing was charged');
  return payment.id;
}

/** The account of a person's own to which money leaves, checked by the provider. */
export async function ready(shop: PaidVenue, who: Player): Promise<void> {
  const body = { back };
  await who.api.call('payments.beginPayee', { body });
  const account = shop.venue.exchange.peek(({ payments }) => payments.payees.get(who.id)?.account) ?? '';
  shop.standin.control.onboard(account);
  await shop.settled();
}

/** Proves anew who is signed in. */
export const proves = (who: Player): Promise<unknown> =>
  who.api.call('security.stepUp', { body: { proof: { kind: 'password', password: who.password } } });

/** A withdrawal of Ines that waits for two persons. */
async function waitingWithdrawal(shop: PaidVenue, { ines }: Cast): Promise<string> {
  await ready(shop, ines);
  await proves(ines);
  return (await ines.api.call('payments.withdraw', { body: { amount: 1_500_000 as never } })).id;
}

/** Money of Enzo's organisation at the provider, and its account there. */
export async function ownMoney(shop: PaidVenue, { enzo, organisation }: Cast): Promise<void> {
  const params = { organisationId: organisation };
  await enzo.api.call('payments.beginIssuerPayee', { params, body: { back: '/issuer' } });
  await enzo.api.call('payments.issuerInstructions', { params });
  const { payee, customer } = shop.venue.exchange.peek(({ payments }) => ({
    payee: payments.payees.get(organisation)?.account ?? '',
    customer: payments.customers.get(organisation) ?? '',
  }));
  shop.standin.control.onboard(payee);
  shop.standin.control.fund(customer, 3_000_000);
  await shop.settled();
  await proves(enzo);
}

/** A withdrawal of Enzo's organisation that waits for two persons. */
async function waitingOwnMoney(shop: PaidVenue, cast: Cast): Promise<string> {
  await ownMoney(shop, cast);
  const params = { organisationId: cast.organisation };
  const body = { amount: 1_500_000 as never };
  return (await cast.enzo.api.call('payments.issuerWithdraw', { params, body })).id;
}

/** An announced payment of an issue of Enzo's, and the money for it. */
async function announcedPayment(shop: PaidVenue, cast: Cast): Promise<Record<string, string>> {
  const listingId = await fundedIssue(cast);
  await cast.enzo.api.call('duties.declarePayment', {
    params: { listingId },
    body: { on: dayAhead(cast, 10), words: 'Interest' },
  });
  const params = { organisationId: cast.organisation };
  await cast.enzo.api.call('payments.issuerInstructions', { params });
  const customer = shop.venue.exchange.peek(({ payments }) => payments.customers.get(cast.organisation));
  shop.standin.control.fund(customer ?? '', 200_000);
  await shop.settled();
  return { listingId, number: '1' };
}

let strangers = 0;

/** Money that came in at the provider without the venue. */
async function chargedByNobody({ venue, standin }: PaidVenue): Promise<void> {
  const name = `stranger_${(strangers += 1)}`;
  const { provider } = venue.payments ?? {};
  if (provider === undefined) throw new Error('no provider');
  const { customer } = await provider.createCustomer(name, name);
  standin.control.fund(customer, 5_000);
  await provider.collect(
    { payment: name, customer, amountCents: 5_000 },
    { key: `${name}:collect`, old: false },
  );
}

/** A difference between the two sides that has stood for longer than it may. */
async function opened(shop: PaidVenue, cast: Cast): Promise<string> {
  await chargedByNobody(shop);
  await cast.olga.api.call('payments.reconcile');
  await cast.pass(3 * day);
  await cast.olga.api.call('payments.reconcile');
  const { breaks } = await cast.olga.api.call('payments.breaks');
  const found = breaks.find(({ status }) => status === 'open');
  if (found === undefined) throw new Error('nothing differs');
  return found.id;
}

/** What each endpoint that needs a provider is asked for, each time anew. */
export function paidRequests(shop: PaidVenue, cast: Cast): PaidRequests {
  const { ines } = cast;
  const organisation = { params: { organisationId: cast.organisation } };
  const method = async (): Promise<MethodId> => {
    await makeRoom(ines);
    return leaves(shop, ines, 'card', numbers.card);
  };
  const announced = () => ines.api.call('payments.announce', { body: { amount: 10_000 as never } });
  return {
    'commitments.place': async () => {
      const { offerId } = await published(cast);
      const { acknowledgements } = contract['commitments.place'].example.body;
      return { params: { offerId }, body: { units: 20, method: await method(), acknowledgements } };
    },
    'payments.beginMethod': async () => ({ body: { kind: 'sepa_debit', back } }),
    'payments.finishMethod': async () => {
      await makeRoom(ines);
      const { session } = await ines.api.call('payments.beginMethod', { body: { kind: 'card', back } });
      shop.standin.control.save(session, numbers.card);
      return { body: { session } };
    },
    'payments.removeMethod': async () => ({ params: { methodId: await method() } }),
    'payments.authenticate': async () => ({
      params: { paymentId: await charged(shop, cast, numbers.asks) },
      body: { back },
    }),
    'payments.retry': async () => ({
      params: { paymentId: await charged(shop, cast, numbers.declines) },
      body: { methodId: await method() },
    }),
    'payments.instructions': async () => ({}),
    'payments.announce': async () => ({ body: { amount: '250.00' } }),
    'payments.cancelFunding': async () => ({ params: { fundingId: (await announced()).id } }),
    'payments.beginPayee': async () => ({ body: { back } }),
    'payments.withdraw': async () => {
      await ready(shop, ines);
      await proves(ines);
      return { body: { amount: '100.00' } };
    },
    'payments.cancelWithdrawal': async () => ({
      params: { outgoingId: await waitingWithdrawal(shop, cast) },
    }),
    'payments.beginIssuerPayee': async () => ({ ...organisation, body: { back: '/issuer' } }),
    'payments.issuerInstructions': async () => organisation,
    'payments.issuerAnnounce': async () => ({ ...organisation, body: { amount: '1200.00' } }),
    'payments.issuerWithdraw': async () => {
      await ownMoney(shop, cast);
      return { ...organisation, body: { amount: '100.00' } };
    },
    'payments.issuerCancelWithdrawal': async () => ({
      params: { ...organisation.params, outgoingId: await waitingOwnMoney(shop, cast) },
    }),
    'payments.distribute': async () => ({
      params: await announcedPayment(shop, cast),
      body: { as: 'dividend', amount: '1000.00' },
    }),
    'payments.proposeRelease': async () => ({
      params: { outgoingId: await waitingWithdrawal(shop, cast) },
      body: { reason },
    }),
    'payments.reconcile': async () => ({}),
    'payments.explain': async () => ({ params: { breakId: await opened(shop, cast) }, body: { reason } }),
  };
}
