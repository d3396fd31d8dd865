import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import type { Rejection } from '@piazza/shared/rejections';
import {
  orderTypeOf,
  selfMatchOf,
  sideOf,
  timeInForceOf,
  type MarketMoved,
  type OrderCommand,
  type PlaceOrder,
} from '../domain/market/index.ts';
import type { BinaryReader } from './binary.ts';
import type { JournalRecord, Outcome } from './record.ts';

/**
 * The first fixed form of an order's record, which older journals hold: form 1 | flags 1 | command 1 | seq 8 | at 8 |
 * actor | key, hash of the request | command | outcome | moves. Numbers are words or doubles, little-endian.
 */
const KEYED = 1;
const REJECTED = 2;
const MOVED = 4;
const JOINED = 8;
const PLACE = 0;
const CANCEL = 2;

function readPlace(reader: BinaryReader): PlaceOrder {
  const listing = reader.text() as ListingId;
  const codes = reader.byte();
  const time = reader.byte();
  return {
    kind: 'orders.place',
    listing,
    side: sideOf(codes & 1),
    type: orderTypeOf((codes >> 1) & 1),
    priceCents: reader.word(),
    quantity: reader.word(),
    timeInForce: timeInForceOf(time),
    lastDay: reader.word(),
    minimumQuantity: reader.word(),
    selfMatch: selfMatchOf((codes >> 2) & 3),
  };
}

function readCommand(reader: BinaryReader, code: number): OrderCommand {
  if (code === PLACE) return readPlace(reader);
  const order = reader.double();
  if (code === CANCEL) return { kind: 'orders.cancel', order };
  return { kind: 'orders.amend', order, priceCents: reader.word(), quantity: reader.word() };
}

function readOutcome(reader: BinaryReader, code: number, rejected: boolean): Outcome {
  if (rejected) return { rejection: JSON.parse(reader.longText()) as Rejection };
  const order = reader.double();
  if (code === CANCEL) return { result: { order, cancelled: reader.word() } };
  return {
    result: { order, filled: reader.word(), resting: reader.word(), cancelled: reader.word() },
  };
}

/** The record behind the byte that names the form. @throws RangeError where the bytes are cut off */
export function readFirstForm(reader: BinaryReader): JournalRecord {
  const flags = reader.byte();
  const code = reader.byte();
  const seq = reader.double();
  const at = reader.double();
  const actor = reader.text() as PersonId;
  const key = (flags & KEYED) === 0 ? {} : { key: { key: reader.text(), requestHash: reader.text() } };
  const command = readCommand(reader, code);
  const outcome = readOutcome(reader, code, (flags & REJECTED) !== 0);
  const record = { seq, at, actor, command, ...key, outcome };
  if ((flags & MOVED) === 0) return { ...record, events: [] };
  const listing = reader.text() as ListingId;
  const joined = (flags & JOINED) === 0 ? null : actor;
  const moved: MarketMoved = {
    kind: 'market.moved',
    listing,
    at: at as Millis,
    joined,
    moves: reader.doubles(),
  };
  return { ...record, events: [moved] };
}
