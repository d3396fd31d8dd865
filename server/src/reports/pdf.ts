import { printTables } from '../print/tables.ts';
import type { Table } from './report.ts';
import { words } from './words.ts';

/** A report as a tagged PDF. The same table gives the same bytes. */
export function reportPdf(table: Table, at: number): Promise<Uint8Array<ArrayBuffer>> {
  const { page, confidential } = words[table.language];
  const footer = (number: number, of: number): string =>
    `${confidential} · ${table.title} · ${page(number, of)}`;
  return printTables({ ...table, parts: [table], footer }, at);
}
