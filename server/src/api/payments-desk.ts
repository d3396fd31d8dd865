import { reject } from '@piazza/shared/rejections';
import type { OrganisationId } from '@piazza/shared/values';
import { isFinal, standingOfBooks, type Holder, type Payment } from '../domain/payments/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { propose } from './approvals.ts';
import type { ApiContext } from './context.ts';
import { Refused, type Call, type Handlers } from './handler.ts';
import { slicePage } from './paging.ts';
import {
  asking,
  moneyOf,
  pickPayment,
  presentOutgoing,
  presentPayment,
  requireProvider,
  signedAmount,
} from './present/payment.ts';
import { pickPerson } from './present/person.ts';
import { unclaimed } from './payments-unclaimed.ts';
import type { SealedWords } from './present/complaint.ts';
import { organisationName, personName } from './present/words.ts';

type Names =
  | 'payments.desk'
  | 'payments.outgoings'
  | 'payments.proposeRelease'
  | 'payments.unclaimed'
  | 'payments.breaks'
  | 'payments.reconcile'
  | 'payments.explain';

/** The name of a person or an organisation whose money it is. */
async function holderName(context: ApiContext, holder: Holder): Promise<string> {
  const organisation = await context.exchange.read(({ organisations }) =>
    organisations.organisations.get(holder as OrganisationId),
  );
  return organisation === undefined
    ? personName(context, holder)
    : (await organisationName(context, organisation)).name;
}

const isOf: Readonly<
  Record<'underway' | 'failed' | 'disputed' | 'refunds', (state: VenueState, one: Payment) => boolean>
> = {
  underway: (_, { status }) => status !== 'succeeded' && status !== 'disputed' && !isFinal('payment', status),
  failed: (_, { status }) => status === 'failed' || status === 'declined' || status === 'method_needed',
  disputed: (_, { status }) => status === 'disputed' || status === 'charged_back',
  refunds: ({ payments }, { id }) => [...payments.refunds.values()].some(({ payment }) => payment === id),
};

async function list(context: ApiContext, { query }: Call<'payments.desk'>) {
  const { items, next } = await context.exchange.read((state) => {
    const { kind } = query;
    const all = [...state.payments.payments.values()].toReversed();
    const found = kind === undefined ? all : all.filter((one) => isOf[kind](state, one));
    const page = slicePage(found, query);
    return { items: page.items.map(({ id }) => pickPayment(state, id)), next: page.next };
  });
  const rows = items.map(async (pick) => ({
    ...(await presentPayment(context, pick)),
    payer: await holderName(context, pick.payment.payer),
  }));
  return { items: await Promise.all(rows), next };
}

async function outgoings(context: ApiContext, { query }: Call<'payments.outgoings'>) {
  const { items, next } = await context.exchange.read(({ payments }) => {
    const page = slicePage([...payments.outgoings.values()].toReversed(), query);
    return structuredClone({
      items: page.items.map((one) => ({
        one,
        payee: payments.payees.get(one.holder)?.status ?? ('none' as const),
      })),
      next: page.next,
    });
  });
  const rows = items.map(async ({ one, payee }) => ({
    ...presentOutgoing(one),
    payee,
    holder: await holderName(context, one.holder),
  }));
  return { items: await Promise.all(rows), next };
}

function pickBooks({ payments }: VenueState) {
  return structuredClone({
    runs: payments.reconciliations.toReversed(),
    breaks: [...payments.breaks.values()].toReversed(),
    ...standingOfBooks(payments),
  });
}

async function breaks(context: ApiContext) {
  const { runs, breaks: found, waiting, differenceCents } = await context.exchange.read(pickBooks);
  return {
    money: moneyOf(context),
    waiting,
    difference: signedAmount(differenceCents),
    runs: runs.map(({ at, lines, thereCents, hereCents, breaks: open }) => ({
      at,
      lines,
      there: signedAmount(thereCents),
      here: signedAmount(hereCents),
      breaks: open,
    })),
    breaks: await Promise.all(
      found.map(async ({ id, source, hereCents, thereCents, at, status, reason }) => ({
        id,
        source,
        here: signedAmount(hereCents),
        there: signedAmount(thereCents),
        at,
        status,
        reason: reason === null ? '' : ((await context.vault.open<SealedWords>(reason))?.text ?? ''),
      })),
    ),
  };
}

/** Words of somebody at the desk, sealed under their own key. */
async function sealWords(context: ApiContext, { caller, body }: Call<'payments.explain'>) {
  const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
  return context.vault.seal(subject, { text: body.reason } satisfies SealedWords);
}

async function proposeRelease(
  context: ApiContext,
  { caller, params, body, key }: Call<'payments.proposeRelease'>,
) {
  requireProvider(context);
  const { outgoingId: outgoing } = params;
  if (!(await context.exchange.read(({ payments }) => payments.outgoings.has(outgoing))))
    throw new Refused(reject('not_found'));
  const { subject } = await context.exchange.read((state) => pickPerson(state, caller.personId));
  const reason = await context.vault.seal(subject, { reason: body.reason });
  return propose(context, caller.personId, { kind: 'money_out', outgoing }, reason, key);
}

/** What operators see and do of payments. */
export const deskPaymentsHandlers = (context: ApiContext): Handlers<Names> => ({
  'payments.desk': (call) => list(context, call),
  'payments.outgoings': (call) => outgoings(context, call),
  'payments.proposeRelease': (call) => proposeRelease(context, call),
  'payments.unclaimed': (call) => unclaimed(context, call),
  'payments.breaks': () => breaks(context),
  'payments.reconcile': async () => {
    requireProvider(context);
    await asking(async () => context.payments?.reconcile());
    return {};
  },
  'payments.explain': async (call) => {
    requireProvider(context);
    const reason = await sealWords(context, call);
    const command = { kind: 'payments.explain', break: call.params.breakId, reason } as const;
    await context.exchange.command(command, call.caller.personId, call.key);
    return {};
  },
});
