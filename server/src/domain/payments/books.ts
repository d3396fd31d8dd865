import { policy } from '@piazza/shared/policy';
import { reject } from '@piazza/shared/rejections';
import type { BreakId, Millis, PaymentId } from '@piazza/shared/values';
import { accept, refuse, type Context, type Decision } from '../core/index.ts';
import type { PaymentsCommand, ProviderLine } from './events.ts';
import { isOwn, ownEvents } from './own.ts';
import type { Booking, Break, PaymentsState } from './state.ts';
import type { PaymentsOutcome, PaymentsView } from './view.ts';

type Asked = Extract<PaymentsCommand, { kind: 'payments.reconcile' | 'payments.explain' }>;
type Reconcile = Extract<Asked, { kind: 'payments.reconcile' }>;

/** The name under which the provider's balance itself is a break: it is not the sum of its lines. */
const wholeBalance = 'balance';

/** What the books and the provider will each say of every movement on which they differ, once these lines are in. */
function differing(
  { books }: PaymentsState,
  lines: readonly ProviderLine[],
  at: Millis,
): Map<string, Booking> {
  const after = new Map(books);
  for (const { source, netCents } of lines.filter((line) => !isOwn(line))) {
    const { hereCents, thereCents, since } = after.get(source) ?? { hereCents: 0, thereCents: 0, since: at };
    if (hereCents === thereCents + netCents) after.delete(source);
    else after.set(source, { hereCents, thereCents: thereCents + netCents, since });
  }
  return after;
}

/** The balance beside the sum of all lines, where they are not the same. */
function balanceDiffers(
  { reconciledCents, balanceOff }: PaymentsState,
  { lines, balanceCents }: Reconcile,
  at: Millis,
): Booking | null {
  const hereCents = reconciledCents + lines.reduce((sum, { netCents }) => sum + netCents, 0);
  if (balanceCents === null || hereCents === balanceCents) return null;
  return { hereCents, thereCents: balanceCents, since: balanceOff?.since ?? at };
}

/** The newest break of each movement that has one and was not cleared. */
function knownBreaks({ breaks }: PaymentsState): Map<string, Break> {
  const known = new Map<string, Break>();
  for (const one of breaks.values()) if (one.status !== 'cleared') known.set(one.source, one);
  return known;
}

const isSame = (a: Pick<Booking, 'hereCents' | 'thereCents'>, b: Break): boolean =>
  a.hereCents === b.hereCents && a.thereCents === b.thereCents;

/** A debit has its line from the beginning and is booked when its result is known, days later. */
function isUnderWay({ byProvider, payments }: PaymentsState, source: string): boolean {
  const { status } = payments.get(byProvider.get(source) as PaymentId) ?? {};
  return status === 'processing' || status === 'cancelling';
}

/**
 * Sets lines of the provider's balance against what the books have moved. With the last of them, what has differed for
 * `policy.breakAfterMs` becomes a break, and a break whose two sides agree is cleared; one that was explained stays so
 * while it stands as it was explained. Lines that do not follow the newest one known were read before: nothing.
 */
function decideReconcile({ payments }: PaymentsView, command: Reconcile, ctx: Context) {
  const { after, lines, cursor, balanceCents } = command;
  if (after !== payments.reconciledThrough) return accept([], { taken: 0 });
  const found: Pick<Break, 'id' | 'source' | 'hereCents' | 'thereCents'>[] = [];
  const cleared: BreakId[] = [];
  if (balanceCents !== null) {
    const now = differing(payments, lines, ctx.at);
    const whole = balanceDiffers(payments, command, ctx.at);
    if (whole !== null) now.set(wholeBalance, whole);
    const known = knownBreaks(payments);
    for (const [source, { hereCents, thereCents, since }] of now) {
      const before = known.get(source);
      if (ctx.at - since < policy.breakAfterMs || isUnderWay(payments, source)) continue;
      if (before !== undefined && isSame({ hereCents, thereCents }, before)) continue;
      const id = before?.status === 'open' ? before.id : (ctx.newId('break') as BreakId);
      found.push({ id, source, hereCents, thereCents });
    }
    for (const { id, source, status } of known.values())
      if (status === 'open' && !now.has(source)) cleared.push(id);
  }
  return accept<PaymentsOutcome>(
    [
      ...ownEvents(lines, ctx.at),
      { kind: 'payments.reconciled', lines, cursor, balanceCents, breaks: found, cleared, at: ctx.at },
    ],
    { taken: lines.length },
  );
}

/** Precedence: payments_off, not_found, break_closed. */
function decideExplain(
  { payments }: PaymentsView,
  { break: id, reason }: Extract<Asked, { break: BreakId }>,
) {
  const one = payments.breaks.get(id);
  if (one === undefined) return refuse(reject('not_found'));
  if (one.status !== 'open') return refuse(reject('break_closed', { status: one.status }));
  return accept<PaymentsOutcome>([{ kind: 'payments.explained', break: id, reason }]);
}

/** The books beside the provider's: lines set against bookings, and what somebody says of a difference. */
export function decideBooks(view: PaymentsView, command: Asked, ctx: Context): Decision<PaymentsOutcome> {
  if (view.payments.by === 'wallet') return refuse(reject('payments_off'));
  return command.kind === 'payments.reconcile'
    ? decideReconcile(view, command, ctx)
    : decideExplain(view, command);
}

/** How the two sides stand to each other now. */
export interface BooksStanding {
  /** Movements on which they differ, and by how much in all: what the books say less what the provider does. */
  readonly waiting: number;
  readonly differenceCents: number;
}
export const standingOfBooks = ({ books }: Pick<PaymentsState, 'books'>): BooksStanding => ({
  waiting: books.size,
  differenceCents: [...books.values()].reduce((sum, one) => sum + one.hereCents - one.thereCents, 0),
});
