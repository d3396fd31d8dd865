import type { PaymentView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import { cents, type OrganisationId, type PaymentId, type PersonId } from '@piazza/shared/values';
import { account, available } from '../domain/ledger/index.ts';
import { pledgedCents } from '../domain/offers/index.ts';
import { isFinal, isInUse, type Funding, type Holder } from '../domain/payments/index.ts';
import { settingOf } from '../domain/settings/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { ProviderRefused, type PaymentProvider } from '../ports/payments.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers, type IdempotencyKey } from './handler.ts';
import {
  asking,
  moneyOf,
  pickPayment,
  presentKnown,
  presentMethod,
  presentOutgoing,
  presentPayment,
  requireProvider,
  type MethodLabel,
} from './present/payment.ts';
import { pickPerson } from './present/person.ts';
import { personProfile } from './present/words.ts';

type Names =
  | 'payments.overview'
  | 'payments.beginMethod'
  | 'payments.finishMethod'
  | 'payments.removeMethod'
  | 'payments.ofCommitment'
  | 'payments.authenticate'
  | 'payments.retry'
  | 'payments.instructions'
  | 'payments.announce'
  | 'payments.cancelFunding'
  | 'payments.beginPayee'
  | 'payments.withdraw'
  | 'payments.cancelWithdrawal';

/** A bank transfer as its holder sees it. */
export const presentFunding = ({ id, amountCents, receivedCents, status, at }: Funding) => ({
  id,
  amount: cents(amountCents),
  received: cents(receivedCents),
  status,
  at,
});

/** Who a holder is at the provider; made known there at the first time. */
async function customerOf(context: ApiContext, holder: Holder): Promise<string> {
  const provider = requireProvider(context);
  const known = await context.exchange.read(({ payments }) => payments.customers.get(holder));
  if (known !== undefined) return known;
  const { customer } = await asking(() => provider.createCustomer(holder, `customer:${holder}`));
  await context.exchange.command({ kind: 'payments.linkCustomer', holder, customer }, 'venue');
  return customer;
}

/** The page on which the provider checks a holder's bank account. */
export async function payeePage(
  context: ApiContext,
  holder: { readonly id: Holder; readonly kind: 'person' | 'organisation'; readonly email: string },
  back: string,
): Promise<{ url: string }> {
  const provider = requireProvider(context);
  const known = await context.exchange.read(({ payments }) => payments.payees.get(holder.id)?.account);
  const payee = known ?? (await asking(() => provider.createAccount(holder, `account:${holder.id}`))).account;
  if (known === undefined)
    await context.exchange.command(
      { kind: 'payments.linkPayee', holder: holder.id, account: payee },
      'venue',
    );
  return { url: await asking(() => provider.onboardingUrl(payee, wayBack(context, back))) };
}

const wayBack = ({ payments }: ApiContext, path: string): string => `${payments?.publicUrl ?? ''}${path}`;

/** Where a holder's bank transfers go. */
export async function instructionsFor(context: ApiContext, holder: Holder) {
  const provider = requireProvider(context);
  const customer = await customerOf(context, holder);
  return asking(() => provider.fundingInstructions(customer));
}

/** Announces a bank transfer of a person's own, or of the organisation's they represent. */
export async function announce(
  context: ApiContext,
  person: PersonId,
  organisation: OrganisationId | null,
  amountCents: number,
  key: IdempotencyKey | undefined,
) {
  // Money can only arrive for whom the provider knows.
  await customerOf(context, organisation ?? person);
  const command = { kind: 'payments.announce', amountCents, organisation } as const;
  const { funding } = await context.exchange.command(command, person, key);
  return context.exchange.read(({ payments }) => {
    const found = payments.fundings.get(funding as Funding['id']);
    if (found === undefined) throw new Refused(reject('not_found'));
    return presentFunding(found);
  });
}

const isUnderWay = (status: PaymentView['status']): boolean =>
  status !== 'succeeded' && !isFinal('payment', status);

function pickOverview(state: VenueState, person: PersonId) {
  const { payments, ledger, offers } = state;
  const methods = [...payments.methods.values()].filter(
    (one) => one.person === person && one.removedAt === null,
  );
  const own = [...payments.payments.values()].filter((one) => one.payer === person);
  const free = available(ledger, account.cash(person)) - pledgedCents(offers, person);
  return {
    methods: methods.map((method) => ({ method, inUse: isInUse(state, method.id) })),
    payee: payments.payees.get(person)?.status ?? ('none' as const),
    fundings: [...payments.fundings.values()].filter((one) => one.holder === person).toReversed(),
    withdrawals: [...payments.outgoings.values()].filter((one) => one.holder === person).toReversed(),
    withdrawable: cents(Math.max(0, free)),
    withdrawalAlone: cents(settingOf(state, 'withdrawalAloneCents')),
    underway: own
      .filter(({ status }) => isUnderWay(status))
      .toReversed()
      .map(({ id }) => pickPayment(state, id)),
  };
}

async function overview(context: ApiContext, { caller }: Call<'payments.overview'>) {
  const pick = await context.exchange.read((state) => structuredClone(pickOverview(state, caller.personId)));
  return {
    ...pick,
    money: moneyOf(context),
    methods: await Promise.all(
      pick.methods.map(({ method, inUse }) => presentMethod(context, method, inUse)),
    ),
    fundings: pick.fundings.map(presentFunding),
    withdrawals: pick.withdrawals.map(presentOutgoing),
    underway: await Promise.all(pick.underway.map((one) => presentPayment(context, one))),
  };
}

async function beginMethod(context: ApiContext, { caller, body, key }: Call<'payments.beginMethod'>) {
  const provider = requireProvider(context);
  const kept = await context.exchange.read(
    ({ payments }) =>
      [...payments.methods.values()].filter((one) => one.person === caller.personId && one.removedAt === null)
        .length,
  );
  if (kept >= policy.methodsKept) throw new Refused(reject('too_many_methods', { most: policy.methodsKept }));
  const customer = await customerOf(context, caller.personId);
  const back = wayBack(context, body.back);
  const request = {
    customer,
    kind: body.kind,
    successUrl: `${back}?setup=done`,
    cancelUrl: `${back}?setup=cancelled`,
  };
  return asking(() => provider.beginSetup(request, `setup:${caller.personId}:${key?.key ?? Date.now()}`));
}

async function finishMethod(context: ApiContext, { caller, body, key }: Call<'payments.finishMethod'>) {
  const provider = requireProvider(context);
  const { personId } = caller;
  const found = await asking(() => provider.readSetup(body.session), 'setup_unfinished');
  const customer = await context.exchange.read(({ payments }) => payments.customers.get(personId));
  // Another's session is as good as none.
  if (found === null || found.customer !== customer) throw new Refused(reject('setup_unfinished'));
  const { kind, method, brand, last4, expires } = found;
  const { subject } = await context.exchange.read((state) => pickPerson(state, personId));
  const label = await context.vault.seal(subject, { brand, last4, expires } satisfies MethodLabel);
  await context.exchange.command(
    { kind: 'payments.addMethod', person: personId, method: { kind, provider: method, label } },
    'venue',
    key,
  );
  const kept = await context.exchange.read(({ payments }) =>
    payments.methods.get(payments.byProvider.get(method) as never),
  );
  if (kept === undefined) throw new Refused(reject('setup_unfinished'));
  return presentMethod(context, kept, false);
}

/** Detaches a method; what the provider refuses was detached before. */
async function detached(provider: PaymentProvider, method: string): Promise<void> {
  try {
    await provider.detachMethod(method);
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
  }
}

async function removeMethod(context: ApiContext, { caller, params, key }: Call<'payments.removeMethod'>) {
  const provider = requireProvider(context);
  const method = await context.exchange.read(({ payments }) => payments.methods.get(params.methodId));
  await context.exchange.command(
    { kind: 'payments.removeMethod', method: params.methodId },
    caller.personId,
    key,
  );
  if (method !== undefined) await asking(() => detached(provider, method.provider));
  return {};
}

function ownPayment(state: VenueState, id: PaymentId, person: PersonId) {
  const pick = pickPayment(state, id);
  if (pick.payment.payer !== person) throw new Refused(reject('not_found'));
  return pick;
}

async function ofCommitment(context: ApiContext, { params }: Call<'payments.ofCommitment'>) {
  const { pick, chosen } = await context.exchange.read((state) => {
    const id = state.payments.byCommitment.get(params.commitmentId);
    const method = state.offers.commitments.get(params.commitmentId)?.method ?? null;
    return {
      pick: id === undefined ? null : pickPayment(state, id),
      chosen: structuredClone((method && state.payments.methods.get(method)) ?? null),
    };
  });
  return {
    payment: pick && (await presentPayment(context, pick)),
    method: chosen && (await presentKnown(context, chosen)),
  };
}

async function authenticate(context: ApiContext, { caller, params, body }: Call<'payments.authenticate'>) {
  const provider = requireProvider(context);
  const { payment } = await context.exchange.read((state) =>
    ownPayment(state, params.paymentId, caller.personId),
  );
  const { intent, status } = payment;
  if (status !== 'action_needed' || intent === null) throw new Refused(reject('payment_closed', { status }));
  return {
    url: await asking(() => provider.actionUrl(intent, wayBack(context, body.back)), 'payment_closed'),
  };
}

async function withdraw(context: ApiContext, { caller, body, key }: Call<'payments.withdraw'>) {
  requireProvider(context);
  const command = { kind: 'payments.withdraw', amountCents: body.amount } as const;
  const { outgoing } = await context.exchange.command(command, caller.personId, key);
  return context.exchange.read(({ payments }) => {
    const found = payments.outgoings.get(outgoing as never);
    if (found === undefined) throw new Refused(reject('not_found'));
    return presentOutgoing(found);
  });
}

/** How people pay and are paid. */
export const paymentsHandlers = (context: ApiContext): Handlers<Names> => ({
  'payments.overview': (call) => overview(context, call),
  'payments.beginMethod': (call) => beginMethod(context, call),
  'payments.finishMethod': (call) => finishMethod(context, call),
  'payments.removeMethod': (call) => removeMethod(context, call),
  'payments.ofCommitment': (call) => ofCommitment(context, call),
  'payments.authenticate': (call) => authenticate(context, call),
  'payments.retry': async ({ caller, params, body, key }) => {
    requireProvider(context);
    const command = { kind: 'payments.retry', payment: params.paymentId, method: body.methodId } as const;
    await context.exchange.command(command, caller.personId, key);
    const pick = await context.exchange.read((state) => ownPayment(state, params.paymentId, caller.personId));
    return presentPayment(context, pick);
  },
  'payments.instructions': ({ caller }) => instructionsFor(context, caller.personId),
  'payments.announce': ({ caller, body, key }) => announce(context, caller.personId, null, body.amount, key),
  'payments.cancelFunding': async ({ caller, params, key }) => {
    requireProvider(context);
    const command = { kind: 'payments.cancelFunding', funding: params.fundingId } as const;
    await context.exchange.command(command, caller.personId, key);
    return {};
  },
  'payments.beginPayee': async ({ caller, body }) => {
    const person = await context.exchange.read((state) => pickPerson(state, caller.personId));
    const email = (await personProfile(context, person.profile))?.email ?? '';
    return payeePage(context, { id: caller.personId, kind: 'person', email }, body.back);
  },
  'payments.withdraw': (call) => withdraw(context, call),
  'payments.cancelWithdrawal': async ({ caller, params, key }) => {
    requireProvider(context);
    const command = { kind: 'payments.cancelWithdrawal', outgoing: params.outgoingId } as const;
    await context.exchange.command(command, caller.personId, key);
    return {};
  },
});
