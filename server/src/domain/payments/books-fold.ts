import { existing } from '../core/index.ts';
import type { PaymentsEvent } from './events.ts';
import type { Payment, PaymentsState } from './state.ts';

type Of<K extends PaymentsEvent['kind']> = Extract<PaymentsEvent, { kind: K }>;

function book(state: PaymentsState, source: string, by: 'here' | 'there', cents: number, at: number): void {
  const one = state.books.get(source) ?? {
    hereCents: 0,
    thereCents: 0,
    since: at as Payment['timeline'][0]['at'],
  };
  if (by === 'here') one.hereCents += cents;
  else one.thereCents += cents;
  // What agrees is forgotten: a later movement of the same object begins from nothing on both sides.
  if (one.hereCents === one.thereCents) state.books.delete(source);
  else state.books.set(source, one);
}

const keptReconciliations = 400;

export function reconciled(state: PaymentsState, event: Of<'payments.reconciled'>): void {
  const { lines, cursor, balanceCents, breaks, cleared, at } = event;
  for (const { source, netCents } of lines) book(state, source, 'there', netCents, at);
  for (const one of breaks) {
    const since = state.breaks.get(one.id)?.at ?? at;
    state.breaks.set(one.id, { ...one, at: since, status: 'open', reason: null });
  }
  for (const id of cleared) existing(state.breaks, id, 'break').status = 'cleared';
  const before = state.reconciliations.at(-1);
  state.reconciledThrough = cursor ?? state.reconciledThrough;
  state.reconciledCents += lines.reduce((sum, { netCents }) => sum + netCents, 0);
  if (balanceCents === null) return;
  const off = balanceCents - state.reconciledCents;
  state.balanceOff = off === 0 ? null : { cents: off, since: state.balanceOff?.since ?? at };
  state.reconciliations.push({
    at,
    cursor: state.reconciledThrough,
    lines: lines.length,
    thereCents: balanceCents,
    hereCents: state.bookedCents,
    breaks: [...state.breaks.values()].filter(({ status }) => status === 'open').length,
  });
  if (before !== undefined && state.reconciliations.length > keptReconciliations)
    state.reconciliations.shift();
}

export function booked(state: PaymentsState, { source, cents, at }: Of<'payments.booked'>): void {
  state.bookedCents += cents;
  book(state, source, 'here', cents, at);
}

export function explained({ breaks }: PaymentsState, event: Of<'payments.explained'>): void {
  const one = existing(breaks, event.break, 'break');
  one.status = 'explained';
  one.reason = event.reason;
}
