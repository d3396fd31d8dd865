import type { EndpointRecord } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { z } from 'zod';
import { Refused } from '../handler.ts';

const malformed = (fields: readonly string[]): Refused =>
  new Refused(reject('malformed_request', { fields: [...new Set(fields)].slice(0, 20) }));

/** A JSON object, and nothing that only behaves like one. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Fields that came and that the schema left out, at any depth: a misspelt field is a mistake, not a wish to be ignored. */
function unknownFields(raw: unknown, decoded: unknown, at: string): string[] {
  if (Array.isArray(raw) && Array.isArray(decoded))
    return raw.flatMap((item, index) => unknownFields(item, decoded[index], `${at}.${index}`));
  if (!isRecord(raw) || !isRecord(decoded)) return [];
  return Object.keys(raw).flatMap((key) =>
    Object.hasOwn(decoded, key) ? unknownFields(raw[key], decoded[key], `${at}.${key}`) : [`${at}.${key}`],
  );
}

/** Decodes from the wire. @throws Refused `malformed_request` naming the fields. */
export function decode(schema: z.ZodObject | undefined, value: unknown, where: string): unknown {
  const raw = value ?? {};
  if (!isRecord(raw)) throw malformed([where]);
  if (schema === undefined) {
    if (Object.keys(raw).length > 0) throw malformed([where]);
    return undefined;
  }
  const parsed = z.safeDecode(schema, raw);
  if (!parsed.success)
    throw malformed(parsed.error.issues.map(({ path }) => [where, ...path.map(String)].join('.')));
  const unknown = unknownFields(raw, parsed.data, where);
  if (unknown.length > 0) throw malformed(unknown);
  return parsed.data;
}

/** Decodes the three parts of a request. A body that is asked for is there, also where all of it is optional. */
export function decodeRequest(
  endpoint: EndpointRecord,
  raw: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  if (endpoint.body !== undefined && raw.body === undefined) throw malformed(['body']);
  return {
    params: decode(endpoint.params, raw.params, 'params'),
    query: decode(endpoint.query, raw.query, 'query'),
    body: decode(endpoint.body, raw.body, 'body'),
  };
}
