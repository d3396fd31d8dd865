import { bytesOf, newDocument, taggedOptions, widthOf, type Face } from '../print/document.ts';
import type { Table } from './report.ts';
import { words } from './words.ts';

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
function widthsOf({ columns, rows }: Table): number[] {
  const wishes = columns.map((title, at) => {
    const wordsOfTitle = title.split(' ').map((word) => widthOf(word, 'bold', size));
    const cells = rows.slice(0, 500).map((row) => widthOf(row[at] ?? '', 'regular', size));
    return Math.min(widest, Math.max(28, ...wordsOfTitle, ...cells)) + padding;
  });
  const sum = wishes.reduce((all, one) => all + one, 0);
  return wishes.map((wish) => (wish * inner) / sum);
}

/** One report on its pages. */
class Pages {
  readonly #table: Table;
  readonly #document: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #widths: readonly number[];
  #y = 0;

  constructor(table: Table, document: PDFKit.PDFDocument) {
    this.#table = table;
    this.#document = document;
    this.#widths = widthsOf(table);
    this.#root = document.struct('Document');
    document.addStructure(this.#root);
    document.addPage({ size: [paper.width, paper.height], margin: 0 });
    this.#y = paper.margin;
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

  rows(): void {
    const grid = this.#document.struct('Table');
    this.#root.add(grid);
    this.#row(grid, this.#table.columns, 'TH', 'bold');
    for (const row of this.#table.rows) this.#row(grid, row, 'TD', 'regular');
    grid.end();
    this.#y += 8;
  }

  end(): void {
    this.#root.end();
    const { page, confidential } = words[this.#table.language];
    const { count } = this.#document.bufferedPageRange();
    for (let at = 0; at < count; at += 1) {
      this.#document.switchToPage(at);
      this.#document.markContent('Artifact', { type: 'Pagination' });
      const text = `${confidential} · ${this.#table.title} · ${page(at + 1, count)}`;
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
      if (role === 'TD') this.#row(grid, this.#table.columns, 'TH', 'bold');
    }
    const row = this.#document.struct('TR');
    grid.add(row);
    let x = paper.margin;
    wrapped.forEach((lines, at) => {
      const width = this.#widths[at] ?? 0;
      this.#cell(row, role, face, lines, {
        x,
        width,
        right: role === 'TD' && this.#table.numeric[at] === true,
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

/** A report as a tagged PDF. The same table gives the same bytes. */
export async function reportPdf(table: Table, at: number): Promise<Uint8Array<ArrayBuffer>> {
  const { title, subtitle, language, notes } = table;
  const about = { title: `${title}: ${subtitle}`, author: 'Piazza', language, at };
  const document = newDocument({ ...taggedOptions(about), bufferPages: true });
  const done = bytesOf(document);
  const pages = new Pages(table, document);
  pages.say('H1', title, 'bold', 15);
  pages.say('P', subtitle, 'regular', 9);
  for (const note of notes) pages.say('P', note, 'regular', 8);
  if (table.rows.length > 0) pages.rows();
  pages.end();
  document.end();
  return done;
}
