import type { ListingId, Millis, PersonId } from '@piazza/shared/values';
import type { Rejection } from '@piazza/shared/rejections';
import {
  orderTypeCode,
  orderTypeOf,
  selfMatchCode,
  selfMatchOf,
  sideCode,
  sideOf,
  timeInForceCode,
  timeInForceOf,
  type MarketMoved,
  type OrderCommand,
  type PlaceOrder,
} from '../domain/market/index.ts';
import { BinaryReader, numberBytes, putNumber, putText, putTime, Unfit } from './binary.ts';
import { putMoves, readMoves } from './move-rows.ts';
import { readFirstForm } from './order-record-first.ts';
import type { JournalRecord, Outcome } from './record.ts';

/**
 * Records of orders have a fixed form in the journal, many times smaller and faster to write than JSON:
 * form 1 | flags 1 | seq | at 6 | actor | key, hash of the request | command | outcome | moves.
 * Texts carry their length in front; numbers take the bytes they need, in outcome and moves those of orders are told
 * backwards from the record's own. A record of any other form begins with "{"; the first form is only read.
 */
const form = 2;
const firstForm = 1;

const KEYED = 1;
const REJECTED = 2;
const MOVED = 4;
const JOINED = 8;
const DETAILED = 16;
/** The command's code stands above the flags. */
const CODE_SHIFT = 5;
const PLACE = 0;
const AMEND = 1;
const CANCEL = 2;

/** The one event of an order's record; null where there is none, undefined where there is another, or more. */
function soleMove(record: JournalRecord): MarketMoved | null | undefined {
  const { events, actor, at } = record;
  if (events.length === 0) return null;
  const event = events[0];
  const sole = events.length === 1 && event?.kind === 'market.moved';
  if (!sole || event.fee !== undefined) return undefined;
  return event.at === at && (event.joined === null || event.joined === actor) ? event : undefined;
}

function isOrder(record: JournalRecord): record is JournalRecord & { readonly command: OrderCommand } {
  const { kind } = record.command;
  const ofOrder = kind === 'orders.place' || kind === 'orders.cancel' || kind === 'orders.amend';
  return ofOrder && record.timer === undefined && record.draw === undefined;
}

const codeOf = ({ kind }: OrderCommand): number =>
  kind === 'orders.place' ? PLACE : kind === 'orders.cancel' ? CANCEL : AMEND;

function putPlace(bytes: Buffer, from: number, command: PlaceOrder): number {
  const { side, type, selfMatch, timeInForce } = command;
  let at = putText(bytes, from, command.listing);
  bytes[at] =
    sideCode(side) |
    (orderTypeCode(type) << 1) |
    (selfMatchCode(selfMatch) << 2) |
    (timeInForceCode(timeInForce) << 4);
  at = putNumber(bytes, at + 1, command.priceCents);
  at = putNumber(bytes, at, command.quantity);
  at = putNumber(bytes, at, command.lastDay);
  return putNumber(bytes, at, command.minimumQuantity);
}

/** The number of somebody's order may be any: it is told as it is. */
function putCommand(bytes: Buffer, from: number, command: OrderCommand): number {
  if (command.kind === 'orders.place') return putPlace(bytes, from, command);
  const at = putNumber(bytes, from, command.order);
  if (command.kind === 'orders.cancel') return at;
  return putNumber(bytes, putNumber(bytes, at, command.priceCents), command.quantity);
}

function readPlace(reader: BinaryReader): PlaceOrder {
  const listing = reader.text() as ListingId;
  const codes = reader.byte();
  return {
    kind: 'orders.place',
    listing,
    side: sideOf(codes & 1),
    type: orderTypeOf((codes >> 1) & 1),
    priceCents: reader.number(),
    quantity: reader.number(),
    timeInForce: timeInForceOf((codes >> 4) & 7),
    lastDay: reader.number(),
    minimumQuantity: reader.number(),
    selfMatch: selfMatchOf((codes >> 2) & 3),
  };
}

function readCommand(reader: BinaryReader, code: number): OrderCommand {
  if (code === PLACE) return readPlace(reader);
  const order = reader.number();
  if (code === CANCEL) return { kind: 'orders.cancel', order };
  return { kind: 'orders.amend', order, priceCents: reader.number(), quantity: reader.number() };
}

/** Longer details of a refusal take the general form. */
const mostDetail = 1_024;

function putRejection(bytes: Buffer, from: number, { code, detail }: Rejection): number {
  const at = putText(bytes, from, code);
  if (detail === undefined) return at;
  const text = Buffer.from(JSON.stringify(detail), 'utf8');
  if (text.length > mostDetail) throw new Unfit(code);
  bytes.writeUInt32LE(text.length, at);
  return at + 4 + text.copy(bytes, at + 4);
}

function putOutcome(bytes: Buffer, from: number, record: JournalRecord, code: number): number {
  const { outcome, seq } = record;
  if ('rejection' in outcome) return putRejection(bytes, from, outcome.rejection);
  const { result } = outcome;
  let at = putNumber(bytes, from, seq - (result['order'] as number));
  if (code !== CANCEL) {
    at = putNumber(bytes, at, result['filled'] as number);
    at = putNumber(bytes, at, result['resting'] as number);
  }
  return putNumber(bytes, at, result['cancelled'] as number);
}

function readOutcome(reader: BinaryReader, flags: number, code: number, seq: number): Outcome {
  if ((flags & REJECTED) !== 0) {
    const rejection = { code: reader.text() as Rejection['code'] };
    if ((flags & DETAILED) === 0) return { rejection };
    return {
      rejection: { ...rejection, detail: JSON.parse(reader.longText()) as NonNullable<Rejection['detail']> },
    };
  }
  const order = seq - reader.number();
  if (code === CANCEL) return { result: { order, cancelled: reader.number() } };
  return {
    result: { order, filled: reader.number(), resting: reader.number(), cancelled: reader.number() },
  };
}

function flagsOf({ key, outcome }: JournalRecord, move: MarketMoved | null): number {
  let flags = key === undefined ? 0 : KEYED;
  if ('rejection' in outcome)
    flags |= outcome.rejection.detail === undefined ? REJECTED : REJECTED | DETAILED;
  if (move !== null) flags |= move.joined === null ? MOVED : MOVED | JOINED;
  return flags;
}

function putMove(bytes: Buffer, from: number, move: MarketMoved, { command, seq }: JournalRecord): number {
  // A new order moves the market it was placed in, which its command has named.
  const named = command.kind === 'orders.place' ? command.listing : undefined;
  if (named !== undefined && named !== move.listing) throw new Unfit(`a move in ${move.listing}`);
  const at = named === undefined ? putText(bytes, from, move.listing) : from;
  return putMoves(bytes, at, move.moves, seq);
}

/** Most bytes a record takes without its moves: five texts, numbers, and details of a refusal. */
const mostBytes = 4_096;

/** Bytes that `putOrder` may need. */
export function roomForOrder({ events }: JournalRecord): number {
  const event = events[0];
  return mostBytes + (event?.kind === 'market.moved' ? numberBytes * event.moves.length : 0);
}

function put(bytes: Buffer, from: number, record: JournalRecord, move: MarketMoved | null): number {
  const { seq, key } = record;
  const command = record.command as OrderCommand;
  const code = codeOf(command);
  bytes[from] = form;
  bytes[from + 1] = flagsOf(record, move) | (code << CODE_SHIFT);
  let at = putTime(bytes, putNumber(bytes, from + 2, seq), record.at);
  at = putText(bytes, at, record.actor);
  if (key !== undefined) at = putText(bytes, putText(bytes, at, key.key), key.requestHash);
  at = putCommand(bytes, at, command);
  at = putOutcome(bytes, at, record, code);
  return move === null ? at : putMove(bytes, at, move, record);
}

/**
 * Writes an order's record in the fixed form. There must be room for it, see `roomForOrder`.
 * @returns the place behind it; −1 where the record needs the general form
 */
export function putOrder(bytes: Buffer, from: number, record: JournalRecord): number {
  if (!isOrder(record)) return -1;
  const move = soleMove(record);
  if (move === undefined) return -1;
  try {
    return put(bytes, from, record, move);
  } catch (error) {
    if (error instanceof Unfit) return -1;
    throw error;
  }
}

/** Whether the bytes of a record are of a fixed form, first or second. */
export const isOrderForm = (bytes: Uint8Array): boolean => bytes[0] === form || bytes[0] === firstForm;

/** The record whose bytes `putOrder` wrote, now or in its first form. @throws RangeError where they are cut off */
export function decodeOrder(bytes: Buffer): JournalRecord {
  const reader = new BinaryReader(bytes);
  if (reader.byte() === firstForm) return readFirstForm(reader);
  const flags = reader.byte();
  const code = flags >> CODE_SHIFT;
  const seq = reader.number();
  const at = reader.time();
  const actor = reader.text() as PersonId;
  const key = (flags & KEYED) === 0 ? {} : { key: { key: reader.text(), requestHash: reader.text() } };
  const command = readCommand(reader, code);
  const outcome = readOutcome(reader, flags, code, seq);
  const record = { seq, at, actor, command, ...key, outcome };
  if ((flags & MOVED) === 0) return { ...record, events: [] };
  const listing = command.kind === 'orders.place' ? command.listing : (reader.text() as ListingId);
  const joined = (flags & JOINED) === 0 ? null : actor;
  const moves = readMoves(reader, seq);
  return { ...record, events: [{ kind: 'market.moved', listing, at: at as Millis, joined, moves }] };
}
