import { contract, type EndpointName, type EndpointRecord } from '@piazza/shared/contract';
import { z } from 'zod';
import type { WireRequest } from './api-client.ts';

/** A request with words of its own in every field that takes words. */
export interface Planted {
  readonly request: WireRequest;
  readonly words: readonly string[];
}

const accepts = (endpoint: EndpointRecord, body: unknown): boolean =>
  endpoint.body !== undefined && z.safeDecode(endpoint.body, body as never).success;

/** Every text in a JSON value, with how to write another in its place. */
function* textsIn(value: unknown, write: (text: unknown) => unknown): Generator<(text: string) => unknown> {
  if (typeof value === 'string') yield (text) => write(text);
  else if (Array.isArray(value))
    for (const [index, one] of value.entries()) yield* textsIn(one, (text) => write(value.with(index, text)));
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value))
      yield* textsIn(one, (text) => write({ ...value, [name]: text }));
}

/**
 * The request with a new word in each field of its body that takes free text: those where the contract accepts a word
 * nobody foresaw. A field added to the contract is found by itself.
 */
export function planted(name: EndpointName, request: WireRequest, mint: () => string): Planted {
  const endpoint: EndpointRecord = contract[name];
  const words: string[] = [];
  let { body } = request;
  const places = [...textsIn(body, (text) => text)].length;
  for (let place = 0; place < places; place += 1) {
    const word = mint();
    const changed = [...textsIn(body, (text) => text)][place]?.(word);
    if (!accepts(endpoint, changed)) continue;
    body = changed;
    words.push(word);
  }
  return { request: { ...request, body }, words };
}
