import { bytesOf, newDocument, taggedOptions, widthOf } from '../print/document.ts';
import type { Sheet } from './content.ts';
import { layOut, paper, styles, type Layout, type Line, type Measure } from './layout.ts';

/** Widths by the font itself, each word once. */
const measure: Measure = (text, { face, size }) => widthOf(text, face, size);

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
export async function renderPdf(
  sheet: Sheet,
  filedAt: number,
  author: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layoutOf(sheet);
  const title = `${sheet.title}: ${sheet.subtitle}`;
  const document = newDocument(taggedOptions({ title, author, language: sheet.language, at: filedAt }));
  const done = bytesOf(document);
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
