import { reject } from '@piazza/shared/rejections';
import type { OrganisationId, OutgoingId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import { account, available, EUR } from '../ledger/index.ts';
import { payoutTimer } from '../proceeds/index.ts';
import type { OutgoingReport, PaymentsCommand, PaymentsTimer } from './events.ts';
import { owedAdmissions } from './fees.ts';
import { exists } from './holders.ts';
import { mayGo, type OutgoingStatus } from './machines.ts';
import { givenBack, holdOfOutgoing, homeOf, requestEvents } from './outgoings.ts';
import type { Holder, Outgoing } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';
import { decideCancelWithdrawal, decideWithdraw, decideWithdrawFunds } from './withdrawals.ts';

type Asked = Extract<
  PaymentsCommand | PaymentsTimer,
  {
    kind:
      | 'payments.linkPayee'
      | 'payments.payeeSeen'
      | 'payments.sent'
      | 'payments.withdraw'
      | 'payments.withdrawFunds'
      | 'payments.cancelWithdrawal'
      | 'payments.payout';
  }
>;
type Of<K extends Asked['kind']> = Extract<Asked, { kind: K }>;

/** The account of a holder's own at the provider; once, for good. Precedence: payments_off, not_found, illegal_state. */
function decideLinkPayee(view: PaymentsView, { holder, account: own }: Of<'payments.linkPayee'>) {
  const { payments } = view;
  if (payments.by === 'wallet') return refuse(reject('payments_off'));
  if (!exists(view, holder)) return refuse(reject('not_found'));
  const known = payments.payees.get(holder);
  if (known !== undefined)
    return known.account === own ? accept([]) : refuse(reject('illegal_state', { status: known.status }));
  const payee = { holder, account: own, status: 'onboarding' as const };
  return accept<PaymentsOutcome>([{ kind: 'payments.payee_linked', payee }]);
}

/** How the provider says that an account stands; of one that nobody knows, or that stands as before, nothing comes. */
function decidePayeeSeen({ payments }: PaymentsView, { account: own, status }: Of<'payments.payeeSeen'>) {
  const holder = payments.byProvider.get(own) as Holder | undefined;
  const payee = holder === undefined ? undefined : payments.payees.get(holder);
  if (payee === undefined || payee.status === status) return accept([]);
  return accept<PaymentsOutcome>([{ kind: 'payments.payee_changed', holder: payee.holder, status }]);
}

/** All of an issuer's proceeds that are free become one payout, once what it owes the venue has been taken from them. */
function decidePayout(view: PaymentsView, organisation: OrganisationId, ctx: Context) {
  const free = available(view.ledger, account.proceeds(organisation));
  const owed = owedAdmissions(view.payments, organisation, account.proceeds(organisation), free, ctx.at);
  const amountCents = free - owed.cents;
  if (view.payments.by === 'wallet' || amountCents <= 0) return accept<PaymentsOutcome>(owed.events);
  const id = ctx.newId('outgoing') as OutgoingId;
  const asked = { id, kind: 'payout', holder: organisation, amountCents, fourEyes: true } as const;
  return accept<PaymentsOutcome>([...owed.events, ...requestEvents(asked, ctx)], { outgoing: id });
}

/** What has been under way for a while may be told only at its end: the steps in between are made up for. */
function stepsTo(one: Outgoing, to: OutgoingReport['status']): OutgoingStatus[] {
  if (mayGo(one.kind, one.status, to)) return [to];
  return to !== 'refused' && one.status === 'due' ? ['transferred', to] : [];
}

function transferred(one: Outgoing, transfer: string, report: OutgoingReport, at: Context['at']) {
  const { id, kind, amountCents } = one;
  const known = report.bank === null ? { transfer } : { transfer, bank: report.bank };
  const events: PaymentsOutcome[] = [
    { kind: 'payments.out_moved', outgoing: id, to: 'transferred', known, at },
    {
      kind: 'ledger.settled',
      hold: holdOfOutgoing(id),
      to: account.provider,
      amount: amountCents,
      reason: kind,
      subject: { outgoing: id },
    },
    { kind: 'payments.booked', source: transfer, cents: -amountCents, at },
  ];
  return events;
}

/** It came back: what was withdrawn is free again, an issuer's proceeds are to be paid out anew. */
function returned(
  view: PaymentsView,
  one: Outgoing,
  reversal: string,
  problem: string | null,
  at: Context['at'],
) {
  const { id, kind, holder, amountCents } = one;
  const events: PaymentsOutcome[] = [
    { kind: 'payments.out_moved', outgoing: id, to: 'returned', known: { problem }, at },
    {
      kind: 'ledger.posted',
      from: account.provider,
      to: homeOf(one),
      asset: EUR,
      amount: amountCents,
      reason: 'sent_back',
      subject: { outgoing: id },
    },
    { kind: 'payments.booked', source: reversal, cents: amountCents, at },
  ];
  if (kind === 'payout') events.push(...payoutTimer(view, holder as OrganisationId, id, at));
  return events;
}

/** The provider would not take it: a withdrawal ends and is free again, a payout waits for somebody to look at it. */
function refused(one: Outgoing, problem: string | null, at: Context['at']): PaymentsOutcome[] {
  const { id, kind, attempt } = one;
  const moved = { kind: 'payments.out_moved', outgoing: id, to: 'refused', known: { problem }, at } as const;
  if (kind === 'withdrawal') return [moved, givenBack(one)];
  const again = { attempt: attempt + 1 };
  return [moved, { kind: 'payments.out_moved', outgoing: id, to: 'waiting', known: again, at }];
}

/**
 * What the provider says of money on its way out. Of an older attempt, of what is already so, or without the name of the
 * provider's own line, nothing comes; it is never refused.
 */
function decideSent(view: PaymentsView, { outgoing, attempt, report }: Of<'payments.sent'>, { at }: Context) {
  const one = view.payments.outgoings.get(outgoing);
  if (one === undefined || one.attempt !== attempt) return accept([]);
  const steps = stepsTo(one, report.status);
  const transfer = one.transfer ?? report.transfer;
  const { reversal, bank, problem } = report;
  const nameless = report.status !== 'refused' && transfer === null;
  if (nameless || (report.status === 'returned' && reversal === null)) return accept([]);
  const later = bank !== null && one.bank === null && one.status !== 'due';
  const known: PaymentsOutcome[] = later ? [{ kind: 'payments.out_known', outgoing, bank }] : [];
  const events = steps.flatMap((to): PaymentsOutcome[] => {
    if (to === 'transferred') return transferred(one, transfer as string, report, at);
    if (to === 'returned') return returned(view, one, reversal as string, problem, at);
    if (to === 'refused') return refused(one, problem, at);
    return [{ kind: 'payments.out_moved', outgoing, to, known: {}, at }];
  });
  return accept<PaymentsOutcome>([...known, ...events]);
}

/** Money that leaves: accounts of payees, payouts, withdrawals, and what the provider says of both. */
export function decideMoneyOut(view: PaymentsView, command: Asked, ctx: Context): Decision<PaymentsOutcome> {
  switch (command.kind) {
    case 'payments.linkPayee':
      return decideLinkPayee(view, command);
    case 'payments.payeeSeen':
      return decidePayeeSeen(view, command);
    case 'payments.payout':
      return decidePayout(view, command.organisation, ctx);
    case 'payments.sent':
      return decideSent(view, command, ctx);
    case 'payments.withdraw':
      return decideWithdraw(view, command.amountCents, ctx);
    case 'payments.withdrawFunds':
      return decideWithdrawFunds(view, command, ctx);
    case 'payments.cancelWithdrawal':
      return decideCancelWithdrawal(view, command.outgoing, ctx);
  }
}
