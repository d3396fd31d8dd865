import type { Locale } from '@piazza/shared/contract';
import { bytesOf, newDocument, taggedOptions, widthOf, type Face } from './document.ts';

/** A table in words. */
export interface Grid {
  readonly columns: readonly string[];
  /** Whether the column holds numbers, which stand to the right. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
}

/** A paper of tables: its head, what a reader must know, and one or several tables, each under its heading. */
export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  readonly language: Locale;
  readonly notes: readonly string[];
  readonly parts: readonly (Grid & { readonly heading?: string })[];
  /** What stands below every page. */
  readonly footer: (page: number, of: number) => string;
}

/** A4 on its side, in points. */
const paper = { width: 841.89, height: 595.28, margin: 36, bottom: 555, footer: 568 };
const size = 7.5;
const leading = 10;
const padding = 6;
const inner = paper.width - 2 * paper.margin;

/** The text in lines no wider than `width`; a word that is wider alone is cut. */
function wrap(text: string, face: Face, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, face, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, face, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function pieces(word: string, face: Face, width: number): string[] {
  if (widthOf(word, face, size) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter, face, size) > width) {
      found.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...found, piece];
}

const widest = 220;

/** Columns as wide as what they hold, within bounds, then all in proportion to the width of the page. */
function widthsOf({ columns, rows }: Grid): number[] {
  const wishes = columns.map((title, at) => {
    const wordsOfTitle = title.split(' ').map((word) => widthOf(word, 'bold', size));
    const cells = rows.slice(0, 500).map((row) => widthOf(row[at] ?? '', 'regular', size));
    return Math.min(widest, Math.max(28, ...wordsOfTitle, ...cells)) + padding;
  });
  const sum = wishes.reduce((all, one) => all + one, 0);
  return wishes.map((wish) => (wish * inner) / sum);
}

/** One paper on its pages. */
class Pages {
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  #grid: Grid = { columns: [], numeric: [], rows: [] };
  #widths: readonly number[] = [];
  #y = 0;

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document;
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
    this.#newPage();
  }

  /** A paragraph over the whole width. */
  say(role: string, text: string, face: Face, points: number): void {
    const document = this.#document;
    for (const line of wrap(text, face, (inner * size) / points)) {
      if (this.#y + points > paper.bottom) this.#newPage();
      const content = document.markStructureContent(role);
      document.font(face).fontSize(points).text(line, paper.margin, this.#y, { lineBreak: false });
      document.endMarkedContent();
      const tag = document.struct(role);
      tag.add(content);
      this.#root.add(tag);
      tag.end();
      this.#y += points * 1.35;
    }
    this.#y += 3;
  }

  table(table: Grid): void {
    this.#grid = table;
    this.#widths = widthsOf(table);
    const grid = this.#document.struct('Table');
    this.#root.add(grid);
    this.#row(grid, table.columns, 'TH', 'bold');
    for (const row of table.rows) this.#row(grid, row, 'TD', 'regular');
    grid.end();
    this.#y += 8;
  }

  end(footer: Paper['footer']): void {
    this.#root.end();
    const { count } = this.#document.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      this.#document.switchToPage(at);
      this.#document.markContent('Artifact', { type: 'Pagination' });
      const text = footer(at + 1, count);
      this.#document.font('regular').fontSize(7).text(text, paper.margin, paper.footer, { lineBreak: false });
      this.#document.endMarkedContent();
    }
  }

  #newPage(): void {
    this.#document.addPage({ size: [paper.width, paper.height], margin: 0 });
    this.#y = paper.margin;
  }

  #row(grid: PDFKit.PDFStructureElement, cells: readonly string[], role: 'TH' | 'TD', face: Face): void {
    const wrapped = cells.map((cell, at) => wrap(cell, face, (this.#widths[at] ?? 0) - padding));
    const height = Math.max(...wrapped.map((lines) => lines.length)) * leading;
    if (this.#y + height > paper.bottom) {
      this.#newPage();
      if (role === 'TD') this.#row(grid, this.#grid.columns, 'TH', 'bold');
    }
    const row = this.#document.struct('TR');
    grid.add(row);
    let x = paper.margin;
    wrapped.forEach((lines, at) => {
      const width = this.#widths[at] ?? 0;
      this.#cell(row, role, face, lines, {
        x,
        width,
        right: role === 'TD' && this.#grid.numeric[at] === true,
      });
      x += width;
    });
    row.end();
    this.#y += height + 2;
  }

  #cell(
    row: PDFKit.PDFStructureElement,
    role: 'TH' | 'TD',
    face: Face,
    lines: readonly string[],
    place: { readonly x: number; readonly width: number; readonly right: boolean },
  ): void {
    const document = this.#document;
    const content = document.markStructureContent(role);
    document.font(face).fontSize(size);
    lines.forEach((line, at) => {
      const space = place.right ? place.width - padding - widthOf(line, face, size) : 0;
      document.text(line, place.x + space, this.#y + at * leading, { lineBreak: false });
    });
    document.endMarkedContent();
    const tag = document.struct(role);
    tag.add(content);
    row.add(tag);
    tag.end();
  }
}

/** A paper as a tagged PDF. @param at what it says of its making, ms: the same paper gives the same bytes */
export async function printTables(
  { title, subtitle, language, notes, parts, footer }: Paper,
  at: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const about = { title: `${title}: ${subtitle}`, author: 'Piazza', language, at };
  const document = newDocument({ ...taggedOptions(about), bufferPages: true });
  const done = bytesOf(document);
  const pages = new Pages(document);
  pages.say('H1', title, 'bold', 15);
  pages.say('P', subtitle, 'regular', 9);
  for (const note of notes) pages.say('P', note, 'regular', 8);
  for (const part of parts) {
    if (part.heading !== undefined) pages.say('H2', part.heading, 'bold', 11);
    if (part.rows.length > 0) pages.table(part);
  }
  pages.end(footer);
  document.end();
  return done;
}
