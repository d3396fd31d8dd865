import type { DistributionView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { cents, type OrganisationId, type OutgoingId } from '@piazza/shared/values';
import { account, available, held } from '../domain/ledger/index.ts';
import { distributionOf, isOverdue } from '../domain/payments/index.ts';
import { settingOf } from '../domain/settings/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { announce, instructionsFor, payeePage, presentFunding } from './payments.ts';
import { moneyOf, presentOutgoing, requireProvider } from './present/payment.ts';
import { pickPerson } from './present/person.ts';
import { listingTexts, personProfile } from './present/words.ts';

type Names =
  | 'payments.issuer'
  | 'payments.beginIssuerPayee'
  | 'payments.issuerInstructions'
  | 'payments.issuerWithdraw'
  | 'payments.issuerCancelWithdrawal'
  | 'payments.distribute'
  | 'payments.issuerAnnounce';

/** Payments that the organisation has announced to the holders of its issues, and what it has set aside for each. */
const pickDistributions = (state: VenueState, organisation: OrganisationId) =>
  [...state.duties.issues.values()]
    .filter((issue) => issue.organisation === organisation)
    .flatMap(({ listing, payments }) =>
      payments
        .filter(({ status }) => status !== 'withdrawn')
        .map(({ number, paidAt }) => ({
          texts: state.listings.listings.get(listing)?.content.texts,
          listing,
          number,
          dueAt: paidAt,
          known: state.payments.distributions.get(distributionOf(listing, number)),
        })),
    )
    .toSorted((a, b) => b.dueAt - a.dueAt);

const presentDistribution = async (
  context: ApiContext,
  { texts, listing, number, dueAt, known }: ReturnType<typeof pickDistributions>[number],
): Promise<DistributionView> => ({
  listingId: listing,
  title: texts === undefined ? '' : (await listingTexts(context, texts)).title,
  number,
  dueAt,
  as: known?.as ?? null,
  amount: known?.amountCents === undefined || known.amountCents === null ? null : cents(known.amountCents),
  fundedAt: known?.fundedAt ?? null,
  sharedAt: known?.sharedAt ?? null,
});

async function money(context: ApiContext, { params }: Call<'payments.issuer'>) {
  const { organisationId } = params;
  const picked = await context.exchange.read((state) => ({
    sums: pickMoney(state, organisationId),
    distributions: structuredClone(pickDistributions(state, organisationId)),
  }));
  return {
    ...picked.sums,
    money: moneyOf(context),
    distributions: await Promise.all(picked.distributions.map((one) => presentDistribution(context, one))),
  };
}

function pickMoney(state: VenueState, organisation: OrganisationId) {
  const { ledger, payments } = state;
  if (!state.organisations.organisations.has(organisation)) throw new Refused(reject('not_found'));
  const out = [...payments.outgoings.values()].filter((one) => one.holder === organisation).toReversed();
  const payouts = out.filter(({ kind }) => kind === 'payout');
  const overdue = [...payments.distributions.values()].some(
    (one) => one.organisation === organisation && isOverdue(one),
  );
  const own = account.funds(organisation);
  const left = payouts.filter(({ status }) => status === 'transferred' || status === 'paid');
  return {
    payee: payments.payees.get(organisation)?.status ?? ('none' as const),
    proceeds: cents(available(ledger, account.proceeds(organisation))),
    onTheWay: cents(held(ledger, account.proceeds(organisation))),
    retained: cents(available(ledger, account.retention(organisation))),
    paidOut: cents(left.reduce((sum, { amountCents }) => sum + amountCents, 0)),
    funds: cents(available(ledger, own)),
    fundsBound: cents(held(ledger, own)),
    withdrawable: overdue ? null : cents(available(ledger, own)),
    withdrawalAlone: cents(settingOf(state, 'withdrawalAloneCents')),
    payouts: payouts.map(presentOutgoing),
    withdrawals: out.filter(({ kind }) => kind === 'withdrawal').map(presentOutgoing),
    fundings: [...payments.fundings.values()]
      .filter((one) => one.holder === organisation)
      .toReversed()
      .map(presentFunding),
  };
}

async function withdraw(context: ApiContext, { caller, params, body, key }: Call<'payments.issuerWithdraw'>) {
  requireProvider(context);
  const { organisationId: organisation } = params;
  const command = { kind: 'payments.withdrawFunds', organisation, amountCents: body.amount } as const;
  const { outgoing } = await context.exchange.command(command, caller.personId, key);
  return context.exchange.read(({ payments }) => {
    const found = payments.outgoings.get(outgoing as OutgoingId);
    if (found === undefined) throw new Refused(reject('not_found'));
    return presentOutgoing(found);
  });
}

/** An issuer's money: what it raised, what it gets and what it sends. */
export const issuerPaymentsHandlers = (context: ApiContext): Handlers<Names> => ({
  'payments.issuer': (call) => money(context, call),
  'payments.distribute': async ({ caller, params, body, key }) => {
    requireProvider(context);
    const { listingId: listing, number: payment } = params;
    const { as, amount: amountCents } = body;
    const command = { kind: 'payments.distribute', listing, payment, as, amountCents } as const;
    await context.exchange.command(command, caller.personId, key);
    return {};
  },
  'payments.issuerWithdraw': (call) => withdraw(context, call),
  'payments.issuerCancelWithdrawal': async ({ caller, params, key }) => {
    requireProvider(context);
    const { organisationId, outgoingId: outgoing } = params;
    const holder = await context.exchange.read(({ payments }) => payments.outgoings.get(outgoing)?.holder);
    if (holder !== organisationId) throw new Refused(reject('not_found'));
    await context.exchange.command({ kind: 'payments.cancelWithdrawal', outgoing }, caller.personId, key);
    return {};
  },
  'payments.beginIssuerPayee': async ({ caller, params, body }) => {
    const person = await context.exchange.read((state) => pickPerson(state, caller.personId));
    const email = (await personProfile(context, person.profile))?.email ?? '';
    return payeePage(context, { id: params.organisationId, kind: 'organisation', email }, body.back);
  },
  'payments.issuerInstructions': ({ params }) => instructionsFor(context, params.organisationId),
  'payments.issuerAnnounce': ({ caller, params, body, key }) =>
    announce(context, caller.personId, params.organisationId, body.amount, key),
});
