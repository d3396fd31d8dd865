import { reject } from '@piazza/shared/rejections';
import { cents, type OrganisationId } from '@piazza/shared/values';
import { account, available, held } from '../domain/ledger/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Handlers } from './handler.ts';
import { announce, instructionsFor, payeePage, presentFunding } from './payments.ts';
import { moneyOf, presentOutgoing } from './present/payment.ts';
import { pickPerson } from './present/person.ts';
import { personProfile } from './present/words.ts';

type Names =
  'payments.issuer' | 'payments.beginIssuerPayee' | 'payments.issuerInstructions' | 'payments.issuerAnnounce';

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
  'payments.issuer': async ({ params }) => ({
    ...(await context.exchange.read((state) => pickMoney(state, params.organisationId))),
    money: moneyOf(context),
  }),
  'payments.beginIssuerPayee': async ({ caller, params, body }) => {
    const person = await context.exchange.read((state) => pickPerson(state, caller.personId));
    const email = (await personProfile(context, person.profile))?.email ?? '';
    return payeePage(context, { id: params.organisationId, kind: 'organisation', email }, body.back);
  },
  'payments.issuerInstructions': ({ params }) => instructionsFor(context, params.organisationId),
  'payments.issuerAnnounce': ({ caller, params, body, key }) =>
    announce(context, caller.personId, params.organisationId, body.amount, key),
});
