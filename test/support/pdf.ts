import { inflateSync } from 'node:zlib';

/** What a PDF says of itself, read from its bytes without another program. */
export interface ReadPdf {
  readonly pages: number;
  /** The words of every page in the order they are drawn. */
  readonly text: string;
  /** Language of the document, its title, and the roles of its tags in order. */
  readonly lang: string | undefined;
  readonly title: string | undefined;
  readonly roles: readonly string[];
}

/** The body of every object by its number; streams are inflated. */
function objectsOf(bytes: Uint8Array): Map<number, { dictionary: string; stream: string }> {
  const raw = Buffer.from(bytes).toString('latin1');
  const found = new Map<number, { dictionary: string; stream: string }>();
  for (const match of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match;
    const at = body.indexOf('stream\n');
    const dictionary = at === -1 ? body : body.slice(0, at);
    const packed = at === -1 ? '' : body.slice(at + 'stream\n'.length, body.lastIndexOf('\nendstream'));
    const inflated = dictionary.includes('/FlateDecode')
      ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      : packed;
    found.set(Number(number), { dictionary, stream: inflated });
  }
  return found;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Which text each glyph of a font stands for, from its ToUnicode map. */
function glyphsOf(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', to = '', list = ''] of map.matchAll(
    /<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi,
  )) {
    const texts = [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) =>
      utf16(hex.replaceAll(' ', '')),
    );
    for (let code = parseInt(from, 16); code <= parseInt(to, 16); code += 1)
      glyphs.set(code.toString(16).padStart(4, '0'), texts[code - parseInt(from, 16)] ?? '');
  }
  return glyphs;
}

const stringOf = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const bytes = Buffer.from(value.replaceAll(/\\([\\()])/g, '$1'), 'latin1');
  return bytes[0] === 0xfe ? utf16(bytes.subarray(2).toString('hex')) : bytes.toString('latin1');
};

/** Reads a PDF as the venue writes them: one content stream a page, fonts with a ToUnicode map. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(bytes);
  const all = [...objects.values()];
  const referred = (dictionary: string, name: string): number | undefined => {
    const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const pages = all.filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary));
  const text = pages.map(({ dictionary }) => {
    const resources = objects.get(referred(dictionary, 'Resources') ?? 0)?.dictionary ?? dictionary;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number]) => {
        const font = objects.get(Number(number))?.dictionary ?? '';
        return [name, glyphsOf(objects.get(referred(font, 'ToUnicode') ?? 0)?.stream ?? '')];
      }),
    );
    let glyphs = new Map<string, string>();
    const words: string[] = [];
    const content = objects.get(referred(dictionary, 'Contents') ?? 0)?.stream ?? '';
    for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? new Map<string, string>();
      const codes = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].map(([, hex = '']) => hex).join('');
      words.push((codes.match(/.{4}/g) ?? []).map((code) => glyphs.get(code.toLowerCase()) ?? '').join(''));
    }
    return words.join('');
  });
  const catalog = all.find(({ dictionary }) => dictionary.includes('/Type /Catalog'))?.dictionary ?? '';
  const info = all.find(({ dictionary }) => dictionary.includes('/Producer'))?.dictionary ?? '';
  const title = objects.get(referred(info, 'Title') ?? 0)?.dictionary.trim();
  return {
    pages: pages.length,
    text: text.join('\n'),
    lang: stringOf(/\/Lang \(([^)]*)\)/.exec(catalog)?.[1]),
    title: stringOf(title?.slice(1, -1)),
    roles: all.flatMap(({ dictionary }) => /\/S \/(H[1-6]|P|Document)\b/.exec(dictionary)?.[1] ?? []),
  };
}
