import type { Stripe } from 'stripe';
import {
  ProviderRefused,
  type PaymentProvider,
  type ProviderCall,
  type ProviderDispute,
  type ProviderRefund,
} from '../../ports/payments.ts';
import { asked, isKeyTaken } from './errors.ts';

type Part = Pick<PaymentProvider, 'refund' | 'readRefund' | 'readDispute' | 'recentDisputes'>;
type Request = Parameters<Part['refund']>[0];

const beside = ['balance_transaction'];
const idOf = (one: string | { readonly id: string }): string => (typeof one === 'string' ? one : one.id);

function refundOf({ id, status, balance_transaction: line }: Stripe.Refund): ProviderRefund {
  const feeCents = line !== null && typeof line === 'object' ? line.fee : 0;
  if (status === 'succeeded') return { refund: id, status, feeCents };
  return {
    refund: id,
    status: status === 'failed' || status === 'canceled' ? 'failed' : 'pending',
    feeCents,
  };
}

async function find(stripe: Stripe, charge: string, key: string): Promise<ProviderRefund | undefined> {
  for await (const one of stripe.refunds.list({ charge, limit: 100 }))
    if (one.metadata?.['key'] === key)
      return refundOf(await stripe.refunds.retrieve(one.id, { expand: beside }));
  return undefined;
}

async function refund(
  stripe: Stripe,
  { refund: id, charge, amountCents }: Request,
  { key, old }: ProviderCall,
): Promise<ProviderRefund> {
  const made = old ? await find(stripe, charge, key) : undefined;
  if (made !== undefined) return made;
  try {
    return refundOf(
      await stripe.refunds.create(
        { charge, amount: amountCents, metadata: { refund: id, key }, expand: beside },
        { idempotencyKey: key },
      ),
    );
  } catch (error) {
    const other = isKeyTaken(error) ? await find(stripe, charge, key) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}

/** Inquiries and disputes in their course are open. */
const standing = (status: string): ProviderDispute['status'] =>
  status === 'lost' || status === 'won' ? status : 'open';

function disputeOf(one: Stripe.Dispute): ProviderDispute {
  const { id, charge, amount, status, balance_transactions: lines } = one;
  const feeCents = lines.reduce((sum, { fee }) => sum + fee, 0);
  return { dispute: id, charge: idOf(charge), amountCents: amount, feeCents, status: standing(status) };
}

/** An inquiry moves no money yet. */
const movesMoney = ({ status, balance_transactions: lines }: Stripe.Dispute): boolean =>
  lines.length > 0 || status === 'lost';

/** Money that goes back the way it came, and money that payers' banks take back. */
export const back = (stripe: Stripe): Part => ({
  refund: (request, call) => asked(() => refund(stripe, request, call)),
  readRefund: (id) => asked(async () => refundOf(await stripe.refunds.retrieve(id, { expand: beside }))),
  readDispute: (id) =>
    asked(async () => {
      const found = await stripe.disputes.retrieve(id);
      if (!movesMoney(found)) throw new ProviderRefused('inquiry', `${id} has moved no money yet.`);
      return disputeOf(found);
    }),
  recentDisputes: () =>
    asked(async () => {
      const { data } = await stripe.disputes.list({ limit: 100 });
      return data.filter(movesMoney).map(disputeOf).toReversed();
    }),
});
