import type { DocumentType } from '@piazza/shared/contract';

const endings: Readonly<Record<DocumentType, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  txt: ['txt'],
  csv: ['csv'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  odt: ['odt'],
};
const LONGEST = 120;

/** What does not print, turns the direction of writing, hides, or stands for a place in a file system. */
const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\\/:*?"<>|]/u;
/** Names that are devices where some people keep files. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** A name in one form: composed letters, single blanks, no dots or blanks at its ends. */
function tidied(name: string): string | null {
  const composed = name.normalize('NFC');
  if (forbidden.test(composed)) return null;
  const plain = composed.replaceAll(/\s+/g, ' ').replaceAll(/^[\s.]+|[\s.]+$/g, '');
  return plain === '' ? null : plain;
}

/**
 * The name that a document is kept under, which ends as its content says; null for a name that is none, or that says
 * the file is something else.
 */
export function nameFor(
  name: string,
  found: Exclude<DocumentType, 'csv'>,
): { readonly name: string; readonly type: DocumentType } | null {
  const plain = tidied(name);
  if (plain === null) return null;
  const dot = plain.lastIndexOf('.');
  const ending = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase();
  const stem = (dot < 0 ? plain : plain.slice(0, dot)).trimEnd();
  const type = found === 'txt' && ending === 'csv' ? 'csv' : found;
  // Without an ending of its own it gets one; with another's it is refused.
  if (ending !== '' && !endings[type].includes(ending)) return null;
  if (stem === '' || stem.startsWith('.') || device.test(stem.split('.')[0] ?? '')) return null;
  return { name: `${[...stem].slice(0, LONGEST).join('')}.${ending === '' ? type : ending}`, type };
}
