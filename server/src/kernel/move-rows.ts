import { CROSS, TRADE, widthOf, type Moves } from '../domain/market/index.ts';
import { putNumber, type BinaryReader } from './binary.ts';

/** The column of a row's second order, if it has one; the first stands behind the kind in every row. */
const secondOrder = (kind: number): number => (kind === TRADE || kind === CROSS ? 4 : 0);

/**
 * Writes moves: how many numbers, then row by row its kind and its numbers, orders told backwards from `seq`.
 * @returns the place behind them
 * @throws Unfit for a row that is cut off or has a number below zero
 */
export function putMoves(bytes: Uint8Array, from: number, moves: Moves, seq: number): number {
  const { length } = moves;
  let at = putNumber(bytes, from, length);
  for (let row = 0; row < length;) {
    const kind = moves[row] as number;
    const end = row + widthOf(kind);
    const second = row + secondOrder(kind);
    bytes[at] = kind;
    at = putNumber(bytes, at + 1, seq - (moves[row + 1] as number));
    for (let column = row + 2; column < end; column += 1) {
      const value = moves[column] as number;
      at = putNumber(bytes, at, column === second ? seq - value : value);
    }
    row = end;
  }
  return at;
}

/** @throws RangeError where the bytes are cut off */
export function readMoves(reader: BinaryReader, seq: number): number[] {
  const length = reader.number();
  const moves: number[] = [];
  while (moves.length < length) {
    const kind = reader.byte();
    const width = widthOf(kind);
    const second = secondOrder(kind);
    moves.push(kind, seq - reader.number());
    for (let column = 2; column < width; column += 1)
      moves.push(column === second ? seq - reader.number() : reader.number());
  }
  return moves;
}
