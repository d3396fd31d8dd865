import type { DistributionView } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { cents, type OrganisationId } from '@piazza/shared/values';
import { account, available, held } from '../domain/ledger/index.ts';
import { distributionOf } from '../domain/payments/index.ts';
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
  const payouts = [...payments.outgoings.values()].filter((one) => one.holder === organisation).toReversed();
  const left = payouts.filter(({ status }) => status === 'transferred' || status === 'paid');
  return {
    payee: payments.payees.get(organisation)?.status ?? ('none' as const),
    proceeds: cents(available(ledger, account.proceeds(organisation))),
    onTheWay: cents(held(ledger, account.proceeds(organisation))),
    retained: cents(available(ledger, account.retention(organisation))),
    paidOut: cents(left.reduce((sum, { amountCents }) => sum + amountCents, 0)),
    funds: cents(available(ledger, account.funds(organisation))),
    payouts: payouts.map(presentOutgoing),
    fundings: [...payments.fundings.values()]
      .filter((one) => one.holder === organisation)
      .toReversed()
      .map(presentFunding),
  };
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
  'payments.beginIssuerPayee': async ({ caller, params, body }) => {
    const person = await context.exchange.read((state) => pickPerson(state, caller.personId));
    const email = (await personProfile(context, person.profile))?.email ?? '';
    return payeePage(context, { id: params.organisationId, kind: 'organisation', email }, body.back);
  },
  'payments.issuerInstructions': ({ params }) => instructionsFor(context, params.organisationId),
  'payments.issuerAnnounce': ({ caller, params, body, key }) =>
    announce(context, caller.personId, params.organisationId, body.amount, key),
});
