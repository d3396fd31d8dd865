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
import type { JournalRecord, Outcome } from './record.ts';
import { BinaryReader, BinaryWriter } from './binary.ts';

/**
 * Records of orders have a fixed form in the journal, several times smaller and faster to write than JSON:
 * form 1 | flags 1 | command 1 | seq 8 | at 8 | actor | key, hash of the request | command | outcome | moves.
 * Texts carry their length in front. Numbers are little-endian. A record of any other form begins with "{".
 */
export const orderForm = 1;

const KEYED = 1;
const REJECTED = 2;
const MOVED = 4;
const JOINED = 8;

const PLACE = 0;
const AMEND = 1;
const CANCEL = 2;

const writer = new BinaryWriter();

/** The one event of an order's record: undefined where there is another, or more. */
function soleMove(record: JournalRecord): MarketMoved | null | undefined {
  const { events, actor, at } = record;
  if (events.length === 0) return null;
  const [event] = events;
  const sole = events.length === 1 && event?.kind === 'market.moved';
  return sole && event.at === at && (event.joined === null || event.joined === actor) ? event : undefined;
}

function isOrder(record: JournalRecord): record is JournalRecord & { readonly command: OrderCommand } {
  const { kind } = record.command;
  const ofOrder = kind === 'orders.place' || kind === 'orders.cancel' || kind === 'orders.amend';
  return ofOrder && record.timer === undefined && record.draw === undefined;
}

function writeCommand(command: OrderCommand): void {
  if (command.kind === 'orders.place') {
    const { side, type, selfMatch, timeInForce } = command;
    writer.text(command.listing);
    writer.byte(sideCode(side) | (orderTypeCode(type) << 1) | (selfMatchCode(selfMatch) << 2));
    writer.byte(timeInForceCode(timeInForce));
    writer.word(command.priceCents);
    writer.word(command.quantity);
    writer.word(command.lastDay);
    writer.word(command.minimumQuantity);
    return;
  }
  writer.double(command.order);
  if (command.kind === 'orders.cancel') return;
  writer.word(command.priceCents);
  writer.word(command.quantity);
}

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

function writeOutcome(outcome: Outcome, code: number): void {
  if ('rejection' in outcome) {
    writer.longText(JSON.stringify(outcome.rejection));
    return;
  }
  const { order, filled, resting, cancelled } = outcome.result;
  writer.double(order as number);
  if (code !== CANCEL) {
    writer.word(filled as number);
    writer.word(resting as number);
  }
  writer.word(cancelled as number);
}

function readOutcome(reader: BinaryReader, code: number, rejected: boolean): Outcome {
  if (rejected) return { rejection: JSON.parse(reader.longText()) as Rejection };
  const order = reader.double();
  if (code === CANCEL) return { result: { order, cancelled: reader.word() } };
  return {
    result: { order, filled: reader.word(), resting: reader.word(), cancelled: reader.word() },
  };
}

/** The bytes of an order's record in the fixed form; undefined where it needs the general one. */
export function encodeOrder(record: JournalRecord): Buffer | undefined {
  if (!isOrder(record)) return undefined;
  const move = soleMove(record);
  if (move === undefined) return undefined;
  const { command, key, outcome, actor } = record;
  const code = command.kind === 'orders.place' ? PLACE : command.kind === 'orders.amend' ? AMEND : CANCEL;
  const flags =
    (key === undefined ? 0 : KEYED) |
    ('rejection' in outcome ? REJECTED : 0) |
    (move === null ? 0 : MOVED) |
    (move === null || move.joined === null ? 0 : JOINED);
  writer.byte(orderForm);
  writer.byte(flags);
  writer.byte(code);
  writer.double(record.seq);
  writer.double(record.at);
  writer.text(actor);
  if (key !== undefined) {
    writer.text(key.key);
    writer.text(key.requestHash);
  }
  writeCommand(command);
  writeOutcome(outcome, code);
  if (move !== null) {
    writer.text(move.listing);
    writer.doubles(move.moves);
  }
  return writer.taken();
}

/** The record whose bytes `encodeOrder` made. @throws RangeError where they are cut off */
export function decodeOrder(bytes: Buffer): JournalRecord {
  const reader = new BinaryReader(bytes);
  reader.byte();
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
