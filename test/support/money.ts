import { cents, formatAmount, type Cents } from '@piazza/shared/values';
import type { Player } from './cast.ts';

/** Whole euro in cents. */
export const euro = (amount: number): Cents => cents(amount * 100);

/** What somebody could spend, what is held, what they promised; in euro as people read it. */
export async function purse({ api }: Player): Promise<string> {
  const { available, held, pledged } = await api.call('wallet.read');
  return `${formatAmount(available)} free, ${formatAmount(held)} held, ${formatAmount(pledged)} pledged`;
}

/** A line of the statement as its CSV has it. */
export interface CsvLine {
  readonly kind: string;
  readonly asset: string;
  /** Cents or units. */
  readonly change: number;
  readonly balance: number;
}

const whole = (text: string, asset: string): number =>
  asset === 'EUR' ? Math.round(Number(text) * 100) : Number(text);

/** The downloaded statement, oldest first. */
export async function statementOf({ api }: Player): Promise<CsvLine[]> {
  const text = await api.call('wallet.statementCsv');
  const [header = '', ...rows] = text.replace('\uFEFF', '').trimEnd().split('\r\n');
  const names = header.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    const asset = cell('asset');
    return {
      kind: cell('kind'),
      asset,
      change: whole(cell('change'), asset),
      balance: whole(cell('balance'), asset),
    };
  });
}
