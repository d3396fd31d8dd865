import type { PersonId } from '@piazza/shared/values';
import type { Sealed } from '../domain/core/index.ts';
import type { DisputeReport, Outgoing, Payment, Refund } from '../domain/payments/index.ts';
import type { VenueState } from '../domain/venue/index.ts';
import { ProviderRefused, type PaymentProvider, type ProviderDispute } from '../ports/payments.ts';
import type { Reports } from './calls.ts';

export interface ReadingParts {
  readonly provider: PaymentProvider;
  readonly read: <T>(query: (state: VenueState) => T) => Promise<T>;
  /** Seals what the owner of a method knows it by, under their own key. */
  readonly seal: (subject: string, value: unknown) => Promise<Sealed>;
}

/**
 * Reads an object of the provider's: reports where it has become another one, none where all is known, undefined when it is not
 * known here whose it is.
 */
type Reader = (parts: ReadingParts, object: string) => Promise<Reports | undefined>;

/** One of ours, by the id that the provider has for it. */
const ours = <T>(parts: ReadingParts, object: string, list: (state: VenueState) => ReadonlyMap<string, T>) =>
  parts.read((state) => list(state).get(state.payments.byProvider.get(object) ?? ''));

const disputed = ({ dispute, charge, amountCents, feeCents, status }: ProviderDispute): Reports[0] => ({
  kind: 'payments.disputed',
  report: { dispute, charge, amountCents, feeCents, status } satisfies DisputeReport,
});

const readCharge: Reader = async (parts, object) => {
  const payment: Payment | undefined = await ours(parts, object, ({ payments }) => payments.payments);
  if (payment === undefined) return undefined;
  // An older attempt, which another one has followed.
  if (payment.intent !== object) return [];
  const {
    intent,
    status,
    charge,
    feeCents,
    declined,
    final,
    disputed: isDisputed,
  } = await parts.provider.readCharge(object);
  const report = { intent, status, charge, feeCents, declined, final };
  const isNew = status !== payment.status || (feeCents !== null && feeCents !== payment.providerFeeCents);
  const told = { kind: 'payments.charged', payment: payment.id, attempt: payment.attempt, report } as const;
  const reports = isNew ? [told] : [];
  if (!isDisputed) return reports;
  const disputes = await parts.provider.recentDisputes();
  return [...reports, ...disputes.filter((one) => one.charge === charge).map(disputed)];
};

const readRefund: Reader = async (parts, object) => {
  const refund: Refund | undefined = await ours(parts, object, ({ payments }) => payments.refunds);
  if (refund === undefined) return undefined;
  const report = await parts.provider.readRefund(object);
  return report.status === refund.status ? [] : [{ kind: 'payments.refunded', refund: refund.id, report }];
};

/** What the bank did not take is on the connected account again, and is taken back from there. */
const readPayout: Reader = async (parts, object) => {
  const found = await parts.read(({ payments }) => {
    const outgoing = payments.outgoings.get(payments.byProvider.get(object) as Outgoing['id']);
    const payee = outgoing && payments.payees.get(outgoing.holder);
    return outgoing && payee && { outgoing, account: payee.account };
  });
  if (found === undefined) return undefined;
  const { id: outgoing, attempt, transfer, bank } = found.outgoing;
  const { status } = await parts.provider.readPayout(found.account, object);
  if (status === 'pending' || status === found.outgoing.status) return [];
  if (bank !== object || transfer === null) return [];
  const about = { transfer, bank, reversal: null, problem: null };
  const say = { kind: 'payments.sent', outgoing, attempt } as const;
  if (status === 'paid') return [{ ...say, report: { ...about, status } }];
  const { reversal } = await parts.provider.reverse(transfer, `${outgoing}:reverse:${attempt}`);
  return [{ ...say, report: { ...about, status: 'returned', reversal, problem: 'bank_returned' } }];
};

const readDispute: Reader = async ({ provider }, object) => [disputed(await provider.readDispute(object))];

const readAccount: Reader = async ({ provider, read }, account) => {
  const payee = await read(({ payments }) =>
    payments.payees.get(payments.byProvider.get(account) as PersonId),
  );
  if (payee === undefined) return undefined;
  const { status } = await provider.readAccount(account);
  return status === payee.status ? [] : [{ kind: 'payments.payeeSeen', account, status }];
};

const readCash: Reader = async ({ provider, read }, customer) => {
  if (!(await read(({ payments }) => payments.byProvider.has(customer)))) return undefined;
  const arrived = await provider.arrivals(customer);
  const known = await read(
    ({ payments }) =>
      new Set(arrived.map(({ transaction }) => transaction).filter((one) => payments.byProvider.has(one))),
  );
  return arrived
    .filter(({ transaction }) => !known.has(transaction))
    .map(({ transaction, amountCents }) => ({
      kind: 'payments.arrived',
      customer,
      transaction,
      amountCents,
    }));
};

/** What a payer has left at the provider's page, though their browser never came back from it. */
const readSetup: Reader = async ({ provider, read, seal }, session) => {
  const found = await provider.readSetup(session);
  if (found === null) return [];
  const { customer, method, kind, brand, last4, expires } = found;
  const person = await read(({ payments, people }) =>
    payments.byProvider.has(method)
      ? undefined
      : people.people.get(payments.byProvider.get(customer) as PersonId),
  );
  if (person === undefined) return [];
  const label = await seal(person.subject, { brand, last4, expires });
  return [{ kind: 'payments.addMethod', person: person.id, method: { kind, provider: method, label } }];
};

const readers: Readonly<Record<string, Reader>> = {
  pi: readCharge,
  re: readRefund,
  pyr: readRefund,
  po: readPayout,
  dp: readDispute,
  du: readDispute,
  acct: readAccount,
  cus: readCash,
  cs: readSetup,
};

const kindOf = (object: string): string => object.slice(0, Math.max(0, object.indexOf('_')));

/** Whether an object is of a kind that is read here. */
export const isReadable = (object: string): boolean => Object.hasOwn(readers, kindOf(object));

/**
 * What the provider says of one of its objects now; undefined when it is not known here.
 * @throws ProviderUnavailable
 */
export async function readObject(parts: ReadingParts, object: string): Promise<Reports | undefined> {
  try {
    return await readers[kindOf(object)]?.(parts, object);
  } catch (error) {
    // Nothing there to be read, and nothing to be made of it.
    if (error instanceof ProviderRefused) return [];
    throw error;
  }
}
