import type { Millis } from '@piazza/shared/values';
import type { Outgoing, Payment, PaymentsState, Refund } from '../domain/payments/index.ts';
import type { ChargeRequest } from '../ports/payments.ts';

/** Longer ago than that, the provider may have forgotten the key of a call (Stripe: after a day). */
const keysKnownMs = 12 * 3_600_000;

/** A call that the state of one of our objects asks for, or an object of the provider's that is to be read. */
export type Task = { readonly lock: string } & (
  | {
      readonly kind: 'charge' | 'abandon';
      readonly old: boolean;
      readonly attempt: number;
      readonly request: ChargeRequest;
      /** What is left there of an attempt that this one has taken the place of; null where nothing is. */
      readonly former: string | null;
    }
  | {
      readonly kind: 'collect';
      readonly old: boolean;
      readonly attempt: number;
      readonly request: Omit<ChargeRequest, 'method' | 'kind'>;
    }
  | {
      readonly kind: 'cancel';
      readonly payment: Payment['id'];
      readonly attempt: number;
      readonly intent: string;
    }
  | {
      readonly kind: 'refund';
      readonly old: boolean;
      readonly refund: Refund['id'];
      readonly charge: string;
      readonly amountCents: number;
    }
  | {
      readonly kind: 'send';
      readonly old: boolean;
      readonly outgoing: Outgoing['id'];
      readonly attempt: number;
      readonly account: string;
      readonly amountCents: number;
    }
  /** `seen`: how far its news were seen; null when nobody sent any. */
  | { readonly kind: 'read'; readonly object: string; readonly seen: Millis | null }
);
export type TaskOf<K extends Task['kind']> = Extract<Task, { kind: K }>;

/** Transfers look at the balance first: one at a time, so that none finds it spent by another. */
const sendLane = 'send';

/** What nobody else is at now; a task holds its lock, and transfers their lane. */
export const locksOf = ({ kind, lock }: Task): readonly string[] =>
  kind === 'send' ? [lock, sendLane] : [lock];

function requestOf(payments: PaymentsState, payment: Payment): ChargeRequest | undefined {
  const customer = payments.customers.get(payment.payer);
  const method = payment.method === null ? undefined : payments.methods.get(payment.method);
  if (customer === undefined || method === undefined) return undefined;
  const { id, amountCents } = payment;
  return { payment: id, customer, method: method.provider, kind: method.kind, amountCents };
}

function paymentTask(payments: PaymentsState, payment: Payment, old: boolean): Task | undefined {
  const { id: lock, attempt, intent, status, amountCents, payer } = payment;
  if (status === 'cancelling' && intent !== null)
    return { kind: 'cancel', lock, payment: lock, attempt, intent };
  if (payment.method === null) {
    const customer = payments.customers.get(payer);
    if (customer === undefined) return undefined;
    return { kind: 'collect', lock, old, attempt, request: { payment: lock, customer, amountCents } };
  }
  const request = requestOf(payments, payment);
  if (request === undefined) return undefined;
  const { former = null } = payment;
  return { kind: status === 'cancelling' ? 'abandon' : 'charge', lock, old, attempt, request, former };
}

function refundTask(
  payments: PaymentsState,
  { id: lock, payment, amountCents }: Refund,
  old: boolean,
): Task | undefined {
  const charge = payments.payments.get(payment)?.charge ?? null;
  return charge === null ? undefined : { kind: 'refund', lock, old, refund: lock, charge, amountCents };
}

function sendTask(payments: PaymentsState, outgoing: Outgoing, old: boolean): Task | undefined {
  const { id: lock, attempt, amountCents, holder } = outgoing;
  const account = payments.payees.get(holder)?.account;
  return account === undefined
    ? undefined
    : { kind: 'send', lock, old, outgoing: lock, attempt, account, amountCents };
}

/** The call that an object waits for; undefined where what it needs is not known. */
function taskOf(payments: PaymentsState, id: string, since: Millis, now: number): Task | undefined {
  const old = now - since > keysKnownMs;
  const payment = payments.payments.get(id as Payment['id']);
  if (payment !== undefined) return paymentTask(payments, payment, old);
  const refund = payments.refunds.get(id as Refund['id']);
  if (refund !== undefined) return refundTask(payments, refund, old);
  const outgoing = payments.outgoings.get(id as Outgoing['id']);
  return outgoing === undefined ? undefined : sendTask(payments, outgoing, old);
}

const readTask = (payments: PaymentsState, object: string, seen: Millis | null): Task => ({
  kind: 'read',
  lock: payments.byProvider.get(object) ?? object,
  object,
  seen,
});

export interface Wish {
  /** Whether nobody is at it, and it does not rest. */
  readonly isFree: (lock: string) => boolean;
  /** Tasks at most. */
  readonly most: number;
  /** Venue time. */
  readonly now: number;
  /** Objects to be read though no news of them came. */
  readonly asked: Iterable<string>;
}

/** Slots that calls leave to reading, however many calls wait. */
const keptForReading = 2;

/** What is to be done next: no two tasks with the same lock. */
export function pickTasks(payments: PaymentsState, { isFree, most, now, asked }: Wish): readonly Task[] {
  const tasks: Task[] = [];
  const taken = new Set<string>();
  const take = (task: Task | undefined): void => {
    const locks = task === undefined ? [] : locksOf(task);
    if (task === undefined || !locks.every((lock) => isFree(lock) && !taken.has(lock))) return;
    tasks.push(task);
    for (const lock of locks) taken.add(lock);
  };
  const reads = new Map<string, Millis | null>([...asked].map((object) => [object, null]));
  for (const [object, seen] of payments.news) reads.set(object, seen);
  const forCalls = reads.size === 0 ? most : Math.max(1, most - keptForReading);
  for (const [id, since] of payments.calls) {
    if (tasks.length >= forCalls) break;
    if (isFree(id)) take(taskOf(payments, id, since, now));
  }
  for (const [object, seen] of reads) {
    if (tasks.length >= most) break;
    take(readTask(payments, object, seen));
  }
  return tasks;
}
