import type { EndpointRecord } from '@piazza/shared/contract';
import { reject } from '@piazza/shared/rejections';
import { z } from 'zod';
import { Refused } from '../handler.ts';

const strictOf = new WeakMap<z.ZodObject, z.ZodObject>();

/** The schema that also refuses fields it does not know: a misspelt field is a mistake, not a wish to be ignored. */
function strict(schema: z.ZodObject): z.ZodObject {
  let found = strictOf.get(schema);
  if (found === undefined) {
    found = schema.strict();
    strictOf.set(schema, found);
  }
  return found;
}

/** Decodes from the wire. @throws Refused `malformed_request` naming the fields. */
export function decode(schema: z.ZodObject | undefined, value: unknown, where: string): unknown {
  if (schema === undefined) {
    const empty =
      value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
    if (empty) return undefined;
    throw new Refused(reject('malformed_request', { fields: [where] }));
  }
  const parsed = z.safeDecode(strict(schema), (value ?? {}) as never);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) => {
    const at = [where, ...issue.path.map(String)].join('.');
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `${at}.${key}`) : [at];
  });
  throw new Refused(reject('malformed_request', { fields: [...new Set(fields)].slice(0, 20) }));
}

/** Decodes the three parts of a request. */
export function decodeRequest(
  endpoint: EndpointRecord,
  raw: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
): { params: unknown; query: unknown; body: unknown } {
  return {
    params: decode(endpoint.params, raw.params, 'params'),
    query: decode(endpoint.query, raw.query, 'query'),
    body: decode(endpoint.body, raw.body, 'body'),
  };
}
