import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/** A word where it should not be. */
export interface Found {
  readonly word: string;
  readonly as: string;
  readonly where: string;
}

/** The middle of a base64 text of the word, whatever three bytes it is aligned to. */
const base64s = (bytes: Buffer, encoding: 'base64' | 'base64url'): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString(encoding)
      .replaceAll('=', '');
    // The signs at both ends also hold bits of what stands beside the word.
    return text.slice(shift === 0 ? 0 : shift + 1, text.length - ((bytes.length + shift) % 3 === 0 ? 0 : 1));
  });

const escaped = (word: string): string =>
  [...word]
    .map((sign) =>
      sign.codePointAt(0)! > 126 ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign,
    )
    .join('');

/** Every way a word may be written into a file. */
function formsOf(word: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(word, 'utf8');
  const json = JSON.stringify(word).slice(1, -1);
  const texts: [string, string][] = [
    ['JSON', json],
    ['escaped JSON', escaped(json)],
    ['percent', encodeURIComponent(word)],
    ['hex', utf8.toString('hex')],
    ...base64s(utf8, 'base64').map((one): [string, string] => ['base64', one]),
    ...base64s(utf8, 'base64url').map((one): [string, string] => ['base64url', one]),
    ['lower case', word.toLowerCase()],
  ];
  return [
    ['utf8', utf8],
    ['utf16le', Buffer.from(word, 'utf16le')],
    ['utf16be', Buffer.from(word, 'utf16le').swap16()],
    ['latin1', Buffer.from(word, 'latin1')],
    ...texts.map(([name, text]): [string, Buffer] => [name, Buffer.from(text, 'utf8')]),
  ];
}

const attempt = (unpack: (bytes: Buffer) => Buffer, bytes: Buffer): Buffer[] => {
  try {
    return [unpack(bytes)];
  } catch {
    return [];
  }
};

/** What is compressed within the bytes, wherever a stream of gzip or zlib begins; and all of them as brotli. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(0x1f); at !== -1; at = bytes.indexOf(0x1f, at + 1))
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8) yield* attempt(gunzipSync, bytes.subarray(at));
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1))
    if ([0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0))
      yield* attempt((one) => inflateSync(one, { finishFlush: 2 }), bytes.subarray(at));
  if (bytes.length < 1_000_000) yield* attempt(brotliDecompressSync, bytes);
}

/** Looks for each word byte by byte: in every encoding, and in what is compressed. */
export function findIn(bytes: Buffer, words: readonly string[], where: string, depth = 0): Found[] {
  const found: Found[] = [];
  for (const word of words)
    for (const [as, form] of formsOf(word)) if (bytes.includes(form)) found.push({ word, as, where });
  if (depth < 2)
    for (const inner of unpacked(bytes)) found.push(...findIn(inner, words, `${where} unpacked`, depth + 1));
  return found;
}

/** The same in every file below a folder, names included. */
export function findInFolder(folder: string, words: readonly string[]): Found[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.flatMap((file) => {
    const path = join(file.parentPath, file.name);
    return [...findIn(Buffer.from(path), words, 'name'), ...findIn(readFileSync(path), words, path)];
  });
}
