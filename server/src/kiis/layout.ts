import type { Face } from '../print/document.ts';
import type { Sheet } from './content.ts';

/** A4 in points, and where things stand on it. */
export const paper = {
  width: 595.28,
  height: 841.89,
  margin: 48,
  top: 48,
  /** Text ends here; the footer stands below. */
  bottom: 790,
  labelWidth: 112,
  gap: 12,
} as const;

export interface Style {
  readonly face: Face;
  readonly size: number;
  /** From one line to the next, in points. */
  readonly leading: number;
}
export const styles = {
  title: { face: 'bold', size: 17, leading: 21 },
  subtitle: { face: 'regular', size: 10, leading: 13 },
  part: { face: 'bold', size: 11.5, leading: 15 },
  label: { face: 'bold', size: 8.5, leading: 11.4 },
  text: { face: 'regular', size: 9, leading: 11.4 },
  small: { face: 'regular', size: 7.5, leading: 9 },
} as const satisfies Record<string, Style>;
export type StyleName = keyof typeof styles;

/** Width of a text in points. */
export type Measure = (text: string, style: Style) => number;

/** What a screen reader is told a line belongs to. Lines of one block have one number. */
export interface Line {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly style: StyleName;
  readonly block: number;
  readonly role: 'H1' | 'H2' | 'H3' | 'P';
}

export interface Layout {
  readonly lines: readonly Line[];
  readonly pages: number;
}

const wide = paper.width - 2 * paper.margin;

/** Cuts what is longer than a line by itself, such as an address. */
function pieces(word: string, width: number, style: Style, measure: Measure): string[] {
  if (measure(word, style) <= width) return [word];
  const cut: string[] = [];
  let rest = '';
  for (const letter of word) {
    if (measure(rest + letter, style) > width && rest !== '') {
      cut.push(rest);
      rest = letter;
    } else rest += letter;
  }
  return [...cut, rest];
}

/** The lines of a text in a column; an empty one parts paragraphs. */
function wrap(text: string, width: number, style: Style, measure: Measure): string[] {
  const lines: string[] = [];
  const space = measure(' ', style);
  for (const paragraph of text.split(/\r?\n/)) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/[\t ]+/).flatMap((one) => pieces(one, width, style, measure))) {
      const needed = measure(word, style);
      if (line !== '' && used + space + needed > width) {
        // The space that parts it from the next line is there for who reads by ear or copies.
        lines.push(`${line} `);
        [line, used] = [word, needed];
      } else {
        [line, used] = line === '' ? [word, needed] : [`${line} ${word}`, used + space + needed];
      }
    }
    lines.push(line);
  }
  return lines;
}

/** A pen that goes down the pages. */
class Pen {
  readonly lines: Line[] = [];
  page = 1;
  y: number = paper.top;
  #block = 0;

  space(points: number): void {
    this.y += points;
  }

  /** Goes to a new page where so many points do not fit any more. */
  keep(points: number): void {
    if (this.y + points <= paper.bottom) return;
    this.page += 1;
    this.y = paper.top;
  }

  /** Sets one block; returns where it ended. */
  set(texts: readonly string[], x: number, style: StyleName, role: Line['role']): void {
    this.#block += 1;
    for (const text of texts) {
      const { leading } = styles[style];
      this.keep(leading);
      // Between paragraphs stands half a line.
      if (text === '') {
        this.y += leading / 2;
        continue;
      }
      this.lines.push({ page: this.page, x, y: this.y, text, style, block: this.#block, role });
      this.y += leading;
    }
  }
}

function setHead(pen: Pen, sheet: Sheet, measure: Measure): void {
  const across = (text: string, style: StyleName, role: Line['role']): void =>
    pen.set(wrap(text, wide, styles[style], measure), paper.margin, style, role);
  across(sheet.title, 'title', 'H1');
  across(sheet.subtitle, 'subtitle', 'P');
  pen.space(6);
  across(sheet.disclaimer, 'text', 'P');
  pen.space(6);
  across(sheet.warningTitle, 'part', 'H2');
  across(sheet.riskWarning, 'text', 'P');
  pen.space(6);
  across(sheet.reflectionTitle, 'part', 'H2');
  across(sheet.reflection, 'text', 'P');
}

/** Breaks the sheet into lines and pages: what the PDF prints, and how long it is. */
export function layOut(sheet: Sheet, measure: Measure): Layout {
  const pen = new Pen();
  setHead(pen, sheet, measure);
  const textX = paper.margin + paper.labelWidth + paper.gap;
  for (const part of sheet.parts) {
    pen.space(9);
    pen.keep(styles.part.leading + 3 * styles.text.leading);
    pen.set(wrap(part.title, wide, styles.part, measure), paper.margin, 'part', 'H2');
    pen.space(2);
    for (const item of part.items) {
      const label = wrap(item.label, paper.labelWidth, styles.label, measure);
      pen.keep(Math.max(label.length, 2) * styles.label.leading);
      const [page, y] = [pen.page, pen.y];
      pen.set(label, paper.margin, 'label', 'H3');
      const labelEnd = pen.y;
      pen.y = y;
      pen.set(wrap(item.text, paper.width - paper.margin - textX, styles.text, measure), textX, 'text', 'P');
      if (pen.page === page) pen.y = Math.max(pen.y, labelEnd);
      pen.space(2.5);
    }
  }
  return { lines: pen.lines, pages: pen.page };
}
