import type { Tape, TapeStep } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { policy } from '@piazza/shared/policy';
import {
  millis,
  orderIdOf,
  priceCents,
  seq as seqOf,
  units,
  type AlertId,
  type PersonId,
} from '@piazza/shared/values';
import { sideOf } from '../../domain/market/index.ts';
import type { TapeRow } from '../../projections/tape.ts';
import type { ApiContext } from '../context.ts';
import { Refused } from '../handler.ts';
import { pickAlert, presentAlert } from './case.ts';

/** Whose order something is, as a place among those the alert is about; null for everybody else, who stay unnamed. */
type Who = (seat: number) => number | null;

const orderOf = (order: number) => (order === 0 ? null : orderIdOf(order));

function presentStep(row: TapeRow, who: Who): TapeStep {
  const { kind, seq, at, quantity, phase, reason } = row;
  const isPhase = kind === 'phase';
  return {
    kind,
    seq: seqOf(seq),
    at: millis(at),
    side: isPhase || kind === 'crossed' ? null : sideOf(row.side),
    price: isPhase ? null : priceCents(row.priceCents),
    quantity: units(quantity),
    orderId: orderOf(row.order),
    otherOrderId: orderOf(row.other),
    who: who(row.seat),
    other: who(row.otherSeat),
    phase,
    reason,
  };
}

/** The market of an alert as it was. @throws Refused not_found, also where an alert is about money alone */
export async function presentTape(context: ApiContext, id: AlertId, reader: PersonId): Promise<Tape> {
  const { pick, owners } = await context.exchange.read((state) => {
    const found = pickAlert(state, id, reader);
    const { listing } = found.alert;
    const market = listing === null ? undefined : state.markets.markets.get(listing);
    return { pick: found, owners: market?.owners ?? [] };
  });
  const { listing, seqs } = pick.alert;
  const [first, last] = [seqs[0], seqs.at(-1)];
  if (listing === null || first === undefined || last === undefined) throw new Refused(reject('not_found'));
  const { book, rows, phase } = await context.readTape({
    listing,
    first,
    last,
    around: policy.surveillance.tapeRecords,
  });
  const { subjects, title } = await presentAlert(context, pick);
  const places = new Map(subjects.map(({ personId }, place) => [personId, place]));
  const who: Who = (seat) => places.get(owners[seat] as PersonId) ?? null;
  const begins = rows.findIndex(({ seq }) => seq >= first);
  return {
    listingId: listing,
    title,
    suspects: subjects.map(({ personId, displayName }) => ({ personId, displayName })),
    phase,
    book: book.map((order) => ({
      orderId: orderIdOf(order.order),
      side: sideOf(order.side),
      price: priceCents(order.priceCents),
      quantity: units(order.left),
      who: who(order.seat),
    })),
    steps: rows.map((row) => presentStep(row, who)),
    first: Math.max(0, begins),
    last: Math.max(
      0,
      rows.findLastIndex(({ seq }) => seq <= last),
    ),
  };
}
