import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';

export type Face = 'regular' | 'bold';

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

/** A document with the venue's own font, without a page yet. */
export function newDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  const document = new Pdf({ autoFirstPage: false, font: '', ...options });
  for (const face of ['regular', 'bold'] as const) document.registerFont(face, Buffer.from(fontOf(face)));
  return document;
}

/** What a tagged document says of itself. Nothing of it comes from a clock: the same content gives the same bytes. */
export const taggedOptions = (about: {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly at: number;
}): PDFKit.PDFDocumentOptions => ({
  size: 'A4',
  margin: 0,
  pdfVersion: '1.7',
  subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
  tagged: true,
  displayTitle: true,
  lang: about.language,
  info: {
    Title: about.title,
    Author: about.author,
    Producer: 'Piazza',
    Creator: 'Piazza',
    CreationDate: new Date(about.at),
    ModDate: new Date(about.at),
  },
});

let ruler: PDFKit.PDFDocument | undefined;
const widths = new Map<string, number>();
const widthsKept = 50_000;

/** Width of a text in points, by the font itself; each text is measured once. */
export function widthOf(text: string, face: Face, size: number): number {
  const key = `${face} ${text}`;
  let unit = widths.get(key);
  if (unit === undefined) {
    ruler ??= newDocument({});
    unit = ruler.font(face).fontSize(100).widthOfString(text);
    if (widths.size >= widthsKept) widths.clear();
    widths.set(key, unit);
  }
  return (unit * size) / 100;
}

/** The bytes of a document, once it was ended. */
export function bytesOf(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, fail) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', fail);
  });
}
