import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import type { Sheet } from './content.ts';
import { layOut, paper, styles, type Face, type Layout, type Line, type Measure } from './layout.ts';

const locate = createRequire(import.meta.url);
const family = '@expo-google-fonts/atkinson-hyperlegible-next';
const files: Readonly<Record<Face, string>> = {
  regular: `${family}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  bold: `${family}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
};
const faces = new Map<Face, Buffer>();
function fontOf(face: Face): Buffer {
  let font = faces.get(face);
  if (font === undefined) {
    font = readFileSync(locate.resolve(files[face]));
    faces.set(face, font);
  }
  return font;
}

function newDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const document = new Pdf({ autoFirstPage: false, font: '', ...options });
  for (const face of ['regular', 'bold'] as const) document.registerFont(face, Buffer.from(fontOf(face)));
  return document;
}

let ruler: PDFKit.PDFDocument | undefined;
const widths = new Map<string, number>();
const widthsKept = 50_000;

/** Widths by the font itself, each word once. */
export const measure: Measure = (text, { face, size }) => {
  const key = `${face} ${text}`;
  let unit = widths.get(key);
  if (unit === undefined) {
    ruler ??= newDocument({});
    unit = ruler.font(face).fontSize(100).widthOfString(text);
    if (widths.size >= widthsKept) widths.clear();
    widths.set(key, unit);
  }
  return (unit * size) / 100;
};

/** The lines of a sheet as they will be printed. */
export const layoutOf = (sheet: Sheet): Layout => layOut(sheet, measure);

function draw(document: PDFKit.PDFDocument, { text, x, y, style }: Line): void {
  const { face, size } = styles[style];
  document.font(face).fontSize(size).text(text, x, y, { lineBreak: false });
}

/** Lines by block and page: each is one stretch of content that a tag can name. */
function stretches(lines: readonly Line[], page: number): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    if (line.page !== page) continue;
    const last = found.at(-1);
    if (last?.[0]?.block === line.block) last.push(line);
    else found.push([line]);
  }
  return found;
}

function drawPage(
  document: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  tags: Map<number, PDFKit.PDFStructureElement>,
  layout: Layout,
  page: number,
): void {
  for (const lines of stretches(layout.lines, page)) {
    const [first] = lines;
    if (first === undefined) continue;
    const content = document.markStructureContent(first.role);
    for (const line of lines) draw(document, line);
    document.endMarkedContent();
    let tag = tags.get(first.block);
    if (tag === undefined) {
      tag = document.struct(first.role);
      root.add(tag);
      tags.set(first.block, tag);
    }
    tag.add(content);
  }
}

function drawFooter(document: PDFKit.PDFDocument, sheet: Sheet, page: number, pages: number): void {
  const { face, size } = styles.small;
  document.markContent('Artifact', { type: 'Pagination' });
  document.font(face).fontSize(size);
  const number = sheet.page(page, pages);
  const right = paper.width - paper.margin - measure(number, styles.small);
  const y = paper.height - 36;
  document.text(sheet.footer, paper.margin, y, { lineBreak: false });
  document.text(number, right, y, { lineBreak: false });
  document.endMarkedContent();
}

/**
 * The sheet as a tagged PDF on A4. Nothing in it comes from anywhere but the sheet and `filedAt` (ms UTC):
 * the same content gives the same bytes.
 */
export async function renderPdf(sheet: Sheet, filedAt: number, author: string): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layoutOf(sheet);
  const date = new Date(filedAt);
  const document = newDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    displayTitle: true,
    lang: sheet.language,
    info: {
      Title: `${sheet.title}: ${sheet.subtitle}`,
      Author: author,
      Producer: 'Piazza',
      Creator: 'Piazza',
      CreationDate: date,
      ModDate: date,
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array<ArrayBuffer>>((resolve, fail) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', fail);
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const tags = new Map<number, PDFKit.PDFStructureElement>();
  for (let page = 1; page <= layout.pages; page += 1) {
    document.addPage({ size: 'A4', margin: 0 });
    drawPage(document, root, tags, layout, page);
    drawFooter(document, sheet, page, layout.pages);
  }
  for (const tag of tags.values()) tag.end();
  root.end();
  document.end();
  return done;
}
