/** What of a request's head an order asks for. */
export interface Head {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly key: string | undefined;
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly forwardedFor: string | undefined;
  /** Where the body begins. */
  readonly bodyAt: number;
}

type Told = 'host' | 'authorization' | 'key' | 'type' | 'length' | 'forwardedFor';

/** Headers that say something of an order. */
const told: Readonly<Record<string, Told>> = {
  __proto__: null as never,
  host: 'host',
  authorization: 'authorization',
  'idempotency-key': 'key',
  'content-type': 'type',
  'content-length': 'length',
  'x-forwarded-for': 'forwardedFor',
};
/** Headers that change how a request is to be read, or what becomes of its connection. */
const changing = new Set([
  'transfer-encoding',
  'content-encoding',
  'expect',
  'upgrade',
  'te',
  'trailer',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
]);

const firstLine = /([A-Z]+) ([\u0021-\u007e]+) HTTP\/1\.1\r\n/y;
// One space after the colon, as every client writes it, and nothing but visible ASCII in it.
const line = /([\w-]+): ([\u0021-\u007e](?:[ -~]*[\u0021-\u007e])?)\r\n/y;
const lengthShape = /^\d{1,5}$/;

/**
 * Reads the head of the request that begins at `from`, in the form in which nearly all clients write one; undefined for any other, which is Node's
 * to read or to refuse. Nothing is guessed: what is read here, Node's parser reads alike (a test compares).
 * @param text of the requests, each byte a character
 */
export function usualHead(text: string, from: number): Head | undefined {
  firstLine.lastIndex = from;
  const first = firstLine.exec(text);
  if (first === null) return undefined;
  const found: Partial<Record<Told, string>> = {};
  let at = firstLine.lastIndex;
  while (text.charCodeAt(at) !== 13) {
    line.lastIndex = at;
    const header = line.exec(text);
    if (header === null) return undefined;
    at = line.lastIndex;
    const name = (header[1] as string).toLowerCase();
    const place = told[name];
    if (place !== undefined) {
      if (found[place] !== undefined) return undefined;
      found[place] = header[2] as string;
    } else if (name === 'connection') {
      if ((header[2] as string).toLowerCase() !== 'keep-alive') return undefined;
    } else if (changing.has(name)) return undefined;
  }
  if (text.charCodeAt(at + 1) !== 10 || found.host === undefined) return undefined;
  const { authorization, key, type, length, forwardedFor } = found;
  if (length !== undefined && !lengthShape.test(length)) return undefined;
  const [, method, url] = first as unknown as [string, string, string];
  return { method, url, authorization, key, type, length, forwardedFor, bodyAt: at + 2 };
}
