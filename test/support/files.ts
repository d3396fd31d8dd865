import { crc32 } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** 0 stored, 8 deflated; what lies there is never unpacked. */
  readonly method?: number;
  /** What the directory claims it unpacks to. */
  readonly claims?: number;
  readonly flags?: number;
}

function localHeader({ name, bytes = Buffer.from('x'), method = 0, claims, flags = 0 }: ZipEntry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(crc32(bytes), 14);
  head.writeUInt32LE(bytes.length, 18);
  head.writeUInt32LE(claims ?? bytes.length, 22);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name), bytes]);
}

function centralHeader(
  { name, bytes = Buffer.from('x'), method = 0, claims, flags = 0 }: ZipEntry,
  at: number,
): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(crc32(bytes), 16);
  head.writeUInt32LE(bytes.length, 20);
  head.writeUInt32LE(claims ?? bytes.length, 24);
  head.writeUInt16LE(Buffer.byteLength(name), 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, Buffer.from(name)]);
}

/** A ZIP with these entries, byte by byte: also ones that no packer would write. */
function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = localHeader(entry);
    centrals.push(centralHeader(entry, at));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const chunk = (name: string, data: Uint8Array = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

const contentTypes = { name: '[Content_Types].xml' };
/** A small sound file of each kind. */
export const sound = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
  png: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.alloc(13, 1)),
    chunk('IDAT', Buffer.alloc(8)),
    chunk('IEND'),
  ]),
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xda, 0, 2, 9, 9, 9, 0xff, 0xd9]),
  txt: Buffer.from('Così è, con la virgola.\r\nE una riga in più €\n'),
  docx: zip([contentTypes, { name: 'word/document.xml' }]),
  xlsx: zip([contentTypes, { name: 'xl/workbook.xml' }]),
  odt: zip([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.text') },
    { name: 'content.xml' },
  ]),
} as const;

/** The test file of EICAR. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

const mib = 1024 * 1024;
/** Files that look like one of the kinds, or hide another in it, each by what is wrong with it. */
export const unsound: Readonly<Record<string, Buffer>> = {
  'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a drawing with a script': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a shell script': Buffer.from('#!/bin/sh\nrm -rf /\n'),
  'a Windows program': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]),
  'a Linux program': Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(100)]),
  'a picture of another kind': Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(20)]),
  'text in another encoding': Buffer.from([0x43, 0x6f, 0x73, 0xec]),
  'text with a zero in it': Buffer.from('a\u0000b'),
  'a PDF that begins later': Buffer.concat([Buffer.from('junk\n'), sound.pdf]),
  'a PDF with an archive behind it': Buffer.concat([sound.pdf, sound.docx]),
  'a PDF without an end': Buffer.from('%PDF-1.7\nnothing'),
  'a PNG with an archive behind it': Buffer.concat([sound.png, sound.docx]),
  'a PNG with a page behind it': Buffer.concat([sound.png, Buffer.from('<script>')]),
  'a PNG cut off': sound.png.subarray(0, 30),
  'a JPEG with an archive behind it': Buffer.concat([sound.jpeg, sound.docx]),
  'a JPEG of nothing but its marks': Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  'an archive with something before it': Buffer.concat([Buffer.from('GIF89a'), sound.docx]),
  'an archive with something behind it': Buffer.concat([sound.docx, Buffer.from('x')]),
  'any other archive': zip([{ name: 'readme.txt' }]),
  'an empty archive': zip([]),
  'a document with macros': zip([
    contentTypes,
    { name: 'word/document.xml' },
    { name: 'word/vbaProject.bin' },
  ]),
  'an archive that swells': zip([
    contentTypes,
    { name: 'word/document.xml', method: 8, bytes: Buffer.alloc(2_000), claims: 200 * mib },
  ]),
  'an archive that swells beyond every bound': zip([
    contentTypes,
    { name: 'word/document.xml', method: 8, bytes: Buffer.alloc(4 * mib), claims: 300 * mib },
  ]),
  'an archive that leads upwards': zip([
    contentTypes,
    { name: 'word/document.xml' },
    { name: '../../etc/passwd' },
  ]),
  'an archive that leads to the root': zip([
    contentTypes,
    { name: 'word/document.xml' },
    { name: '/etc/passwd' },
  ]),
  'an archive that leads to a drive': zip([contentTypes, { name: 'word/document.xml' }, { name: 'C:\\x' }]),
  'an archive with one name twice': zip([
    contentTypes,
    { name: 'word/document.xml' },
    { name: 'word/document.xml' },
  ]),
  'an archive that is locked': zip([contentTypes, { name: 'word/document.xml', flags: 1 }]),
  'an archive packed in an odd way': zip([contentTypes, { name: 'word/document.xml', method: 99 }]),
  'an archive of very many': zip([
    contentTypes,
    { name: 'word/document.xml' },
    ...Array.from({ length: 4_100 }, (_, one) => ({ name: `word/${one}` })),
  ]),
  'an ODT whose type is packed': zip([
    { name: 'mimetype', method: 8, bytes: Buffer.from('application/vnd.oasis.opendocument.text') },
    { name: 'content.xml' },
  ]),
  'an ODT of another type': zip([
    { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.graphics') },
    { name: 'content.xml' },
  ]),
};

/** Names that no file is kept under. */
export const unsoundNames: readonly string[] = [
  '../../etc/passwd.pdf',
  'C:\\windows\\x.pdf',
  'a/b.pdf',
  'annex\u202efdp.exe.pdf',
  'hid\u200bden.pdf',
  'left\u2066to\u2069.pdf',
  'what?.pdf',
  'star*.pdf',
  'pipe|.pdf',
  'quote".pdf',
  '.',
  '...',
  'con.pdf',
  'LPT1.pdf',
  'nul.x.pdf',
  'program.exe',
  'page.html',
  'Statuto.png',
  'a\ufeffb.pdf',
  '\u{e0041}.pdf',
];
