import type { DocumentType } from '@piazza/shared/contract';
import { entriesOf, storedText } from './archive.ts';

const beginsWith = (bytes: Uint8Array, at: number, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');

/** Begins as a PDF and ends as one: what stands after its last end would be another file. */
function isPdf(bytes: Uint8Array): boolean {
  if (!/^%PDF-[12]\.[0-9]/.test(latin(bytes, 0, 8))) return false;
  return /%%EOF[\r\n\t ]*$/.test(latin(bytes, Math.max(0, bytes.length - 1_024), bytes.length));
}

/** A PNG is walked chunk by chunk, from its header to its end, which is the end of the file. */
function isPng(bytes: Uint8Array): boolean {
  if (!beginsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 8;
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const name = latin(bytes, at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(name) || (first && name !== 'IHDR')) return false;
    at += 12 + view.getUint32(at, false);
    if (name === 'IEND') return at === bytes.length;
  }
  return false;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** A JPEG is walked segment by segment to its picture; its end is the end of the file. */
function isJpeg(bytes: Uint8Array): boolean {
  if (!beginsWith(bytes, 0, 0xff, 0xd8, 0xff)) return false;
  if (!beginsWith(bytes, bytes.length - 2, 0xff, END_OF_IMAGE)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1];
    if (marker === START_OF_SCAN) return true;
    at += 2 + view.getUint16(at + 2, false);
  }
  return false;
}

const odtType = 'application/vnd.oasis.opendocument.text';

/** What an office document is by the entries it must have; one that carries macros is none. */
function officeType(bytes: Uint8Array): 'docx' | 'xlsx' | 'odt' | null {
  const entries = entriesOf(bytes);
  if (entries === null) return null;
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  const active = entries.some(({ name }) => /vbaproject|\.bin$|^basic\/|^scripts\//i.test(name));
  if (active) return null;
  const mimetype = named.get('mimetype');
  if (mimetype !== undefined) {
    const first = mimetype.offset === 0 && storedText(bytes, mimetype, 100) === odtType;
    return first && named.has('content.xml') ? 'odt' : null;
  }
  if (!named.has('[Content_Types].xml')) return null;
  if (named.has('word/document.xml')) return 'docx';
  return named.has('xl/workbook.xml') ? 'xlsx' : null;
}

// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
/** Pages, drawings and programs are text too, but not a document to read. */
const otherText = /^\s*(?:<[a-z!?/]|#!|%!|\{\\rtf|MZ|GIF8|BM)/i;
/** Readers of PDF look for its beginning this far into a file. */
const pdfWithin = 1_100;

/** UTF-8 without anything that does not print, and not the source of something else. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const other = otherText.test(text) || text.slice(0, pdfWithin).includes('%PDF-');
    return other || unprintable.test(text) ? null : text;
  } catch {
    return null;
  }
}

/**
 * What a file is by its content alone; null for whatever the venue does not take. Of text, whether it is a table is
 * its name's to say.
 */
export function typeOf(bytes: Uint8Array): Exclude<DocumentType, 'csv'> | null {
  if (bytes.length === 0) return null;
  if (isPdf(bytes)) return 'pdf';
  if (isPng(bytes)) return 'png';
  if (isJpeg(bytes)) return 'jpeg';
  const office = officeType(bytes);
  if (office !== null) return office;
  return textOf(bytes) === null ? null : 'txt';
}
