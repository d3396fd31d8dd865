import { romeOffset, type Millis } from '@piazza/shared/values';

const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/** The wall clock of Europe/Rome at that moment, as a date-and-time input writes it ("2026-11-22T18:00"). */
export const writeMoment = (at: number): string =>
  new Date(at + romeOffset(at as Millis)).toISOString().slice(0, 16);

/**
 * Reads a date-and-time input as the wall clock of Europe/Rome, whatever the reader's machine is set to. An hour that
 * the clock passes twice is the first of the two.
 * @returns milliseconds, or null for another form and for an hour that the change to summer time leaves out
 */
export function readMoment(text: string): Millis | null {
  if (!shape.test(text)) return null;
  const wall = Date.parse(`${text}:00.000Z`);
  if (Number.isNaN(wall)) return null;
  for (const offset of [7_200_000, 3_600_000]) {
    const at = (wall - offset) as Millis;
    if (at >= 0 && writeMoment(at) === text) return at;
  }
  return null;
}
