import { policy } from '@piazza/shared/policy';
import { millis, romeOffset } from '@piazza/shared/values';
import type { PaymentsState } from '../domain/payments/index.ts';
import type { Exchange } from '../kernel/exchange.ts';
import type { PaymentProvider, ProviderLine } from '../ports/payments.ts';
import { isReadable } from './reading.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** In Rome, when the day before is over at every bank. */
const atHour = 6;
/** The balance moves while it is read: so often it is read again before it is left to the next day. */
const mostRounds = 20;

/** The last 06:00 in Rome that has passed; venue time, ms. */
function lastSix(now: number): number {
  const local = now + romeOffset(millis(now));
  const six = Math.floor((local - atHour * hourMs) / dayMs) * dayMs + atHour * hourMs;
  return six - romeOffset(millis(six - romeOffset(millis(now))));
}

/** Whether the books were not compared since the last 06:00. */
export const isDue = ({ reconciliations }: PaymentsState, now: number): boolean =>
  (reconciliations.at(-1)?.at ?? 0) < lastSix(now);

export interface ReconciliationParts {
  readonly exchange: Pick<Exchange, 'read' | 'command'>;
  readonly provider: Pick<PaymentProvider, 'lines' | 'balanceCents'>;
}

/** Keeps what the provider has written since the line it was read to, all but the last part of it; returns that part. */
async function keepLines(
  { exchange, provider }: ReconciliationParts,
  from: string | null,
): Promise<ProviderLine[]> {
  let lines: ProviderLine[] = [];
  let after = from;
  for await (const line of provider.lines(from)) {
    if (lines.length === policy.reconcileChunk) {
      const cursor = lines.at(-1)?.id ?? null;
      const command = { kind: 'payments.reconcile', after, lines, cursor, balanceCents: null } as const;
      await exchange.command(command, 'venue');
      after = cursor;
      lines = [];
    }
    lines.push(line);
  }
  return lines;
}

async function hasMore({ provider }: ReconciliationParts, after: string | null): Promise<boolean> {
  for await (const _line of provider.lines(after)) return true;
  return false;
}

/**
 * Sets the provider's lines against the books, to the balance after the last of them.
 * @throws ProviderUnavailable; what was read before stays read
 */
export async function reconcile(parts: ReconciliationParts): Promise<void> {
  const { exchange, provider } = parts;
  for (let round = 1; round <= mostRounds; round += 1) {
    const from = await exchange.read(({ payments }) => payments.reconciledThrough);
    const lines = await keepLines(parts, from);
    const after = await exchange.read(({ payments }) => payments.reconciledThrough);
    const cursor = lines.at(-1)?.id ?? after;
    const balance = await provider.balanceCents();
    // Whatever has moved meanwhile may be in the balance already.
    const balanceCents = (await hasMore(parts, cursor)) ? null : balance;
    if (lines.length > 0 || balanceCents !== null)
      await exchange.command({ kind: 'payments.reconcile', after, lines, cursor, balanceCents }, 'venue');
    if (balanceCents !== null) return;
  }
}

/** Objects on which the books and the provider do not agree: their newest state may explain it. */
export const unexplained = ({ books, byProvider, payments }: PaymentsState): readonly string[] =>
  [...books.keys()].flatMap((source) => {
    if (isReadable(source)) return [source];
    const intent = payments.get(byProvider.get(source) as never)?.intent ?? null;
    return intent === null ? [] : [intent];
  });
