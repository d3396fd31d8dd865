import type { PaymentsCommand } from '../domain/payments/index.ts';
import {
  ProviderRefused,
  type PaymentProvider,
  type ProviderCharge,
  type ProviderRefund,
} from '../ports/payments.ts';
import type { PaymentId } from '@piazza/shared/values';
import type { Task, TaskOf } from './tasks.ts';

/** What the core is told of a call. */
export type Reports = readonly PaymentsCommand[];
type Call = Exclude<Task, { kind: 'read' }>;

/** Calls for an answer; a refusal is one. */
async function orRefusal<T>(call: Promise<T>, refused: (code: string) => T): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ProviderRefused) return refused(error.code);
    throw error;
  }
}

const charged = (payment: string, attempt: number, said: ProviderCharge): Reports => {
  const { intent, status, charge: id, feeCents, declined, final } = said;
  const report = { intent, status, charge: id, feeCents, declined, final };
  return [{ kind: 'payments.charged', payment: payment as PaymentId, attempt, report }];
};

/** A charge that the provider would not even begin. */
const refusedCharge = (declined: string) =>
  ({
    intent: '',
    status: 'declined',
    charge: null,
    feeCents: null,
    declined,
    final: true,
    disputed: false,
  }) as const;

/**
 * Makes sure that an attempt which another one follows is never charged any more: gives what came of it where it was
 * after all, and null when it is out of the way.
 */
async function ofFormer(
  provider: PaymentProvider,
  { lock, attempt, former }: TaskOf<'charge' | 'abandon'>,
): Promise<ProviderCharge | null> {
  if (former === null) return null;
  const left = await orRefusal<ProviderCharge>(
    provider.cancelCharge(former, `${lock}:instead:${attempt}`),
    refusedCharge,
  );
  return left.status === 'succeeded' || left.status === 'processing' ? left : null;
}

async function charge(
  provider: PaymentProvider,
  task: TaskOf<'charge' | 'abandon' | 'collect'>,
): Promise<Reports> {
  const { lock, attempt, old } = task;
  const before = task.kind === 'collect' ? null : await ofFormer(provider, task);
  if (before !== null) return charged(lock, attempt, before);
  const call = { key: `${lock}:${task.kind === 'collect' ? 'collect' : 'charge'}:${attempt}`, old };
  const made =
    task.kind === 'collect'
      ? provider.collect(task.request, call)
      : task.kind === 'abandon'
        ? provider.abandon(task.request, call)
        : provider.charge(task.request, call);
  return charged(lock, attempt, await orRefusal<ProviderCharge>(made, refusedCharge));
}

async function refund(provider: PaymentProvider, task: TaskOf<'refund'>): Promise<Reports> {
  const { refund: id, charge: of, amountCents, old } = task;
  const made = provider.refund({ refund: id, charge: of, amountCents }, { key: `${id}:refund:1`, old });
  const report = await orRefusal<ProviderRefund>(made, () => ({ refund: '', status: 'failed', feeCents: 0 }));
  return [{ kind: 'payments.refunded', refund: id, report }];
}

/** To the payee's account and at once on to its bank; where that is refused, back again. */
async function send(provider: PaymentProvider, task: TaskOf<'send'>): Promise<Reports> {
  const { outgoing, attempt, account, amountCents, old } = task;
  const request = { outgoing, account, amountCents };
  const say = { kind: 'payments.sent', outgoing, attempt } as const;
  const nothing = { transfer: null, bank: null, reversal: null, problem: null };
  let transfer: string;
  try {
    ({ transfer } = await provider.transfer(request, { key: `${outgoing}:transfer:${attempt}`, old }));
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    return [{ ...say, report: { ...nothing, status: 'refused', problem: error.code } }];
  }
  try {
    const { payout } = await provider.payOut(request, { key: `${outgoing}:payout:${attempt}`, old });
    return [{ ...say, report: { ...nothing, status: 'transferred', transfer, bank: payout } }];
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    const { reversal } = await provider.reverse(transfer, `${outgoing}:reverse:${attempt}`);
    // One word for both steps: nothing could go on from the first alone.
    return [{ ...say, report: { ...nothing, status: 'returned', transfer, reversal, problem: error.code } }];
  }
}

/** Makes the call that an object waits for. @throws ProviderUnavailable when nobody knows whether it was done */
export async function makeCall(provider: PaymentProvider, task: Call): Promise<Reports> {
  switch (task.kind) {
    case 'cancel':
      return charged(
        task.payment,
        task.attempt,
        await provider.cancelCharge(task.intent, `${task.payment}:cancel:${task.attempt}`),
      );
    case 'refund':
      return refund(provider, task);
    case 'send':
      return send(provider, task);
    default:
      return charge(provider, task);
  }
}
