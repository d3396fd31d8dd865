import * as fc from 'fast-check';
import { z } from 'zod';
import type { JsonSchema } from './json-schema.ts';

export interface Pools {
  /** Ids that exist, of every kind. */
  readonly ids: readonly string[];
  /** Venue time, UTC ms. */
  readonly now: number;
}

const day = 86_400_000;
const stamps = (now: number): fc.Arbitrary<string> =>
  fc.integer({ min: -2 * day, max: 500 * day }).map((ms) => new Date(now + ms).toISOString());

function texts(schema: JsonSchema, { ids, now }: Pools): fc.Arbitrary<string> {
  const { pattern = '', format, minLength = 0, maxLength = 60 } = schema;
  const kind =
    /^\^\(?(per|org|lst|ofr|cmt|ord|pst)_/.exec(pattern)?.[1] ??
    (pattern.startsWith('^[a-z]{3}_') ? '' : undefined);
  const existing = kind === undefined ? [] : ids.filter((id) => id.startsWith(kind));
  if (existing.length > 0) return fc.constantFrom(...existing);
  if (format === 'date-time') return stamps(now);
  if (format === 'date') return stamps(now).map((text) => text.slice(0, 10));
  if (format === 'uri') return fc.constantFrom('https://example.org/', 'https://example.org/a?b=c');
  // An amount of nought, which the lookahead would exclude, is worth a try too.
  const shape = new RegExp(pattern.replaceAll(/\(\?![^)]*\)/g, ''));
  const free = fc.string({ minLength, maxLength: Math.min(maxLength, 60) });
  const any = pattern === '' ? free : fc.stringMatching(shape);
  return any.map((text) => text.slice(0, maxLength).padEnd(minLength, 'x'));
}

function integers({ minimum = -100, maximum = 1_000_000 }: JsonSchema): fc.Arbitrary<number> {
  const likely = [0, 1, 10, 20, 100, 200, 1_000].filter((value) => value >= minimum && value <= maximum);
  const any = fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) });
  return likely.length === 0 ? any : fc.oneof(fc.constantFrom(...likely), any);
}

/** Values on the wire that the schema accepts, as JSON Schema tells of them. */
function valid(schema: JsonSchema, pools: Pools): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valid(choice, pools)));
  switch (schema.type) {
    case 'string':
      return texts(schema, pools);
    case 'integer':
      return integers(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valid(schema.items || {}, pools), { maxLength: 3 });
    default: {
      const members = Object.entries(schema.properties ?? {}).map(
        ([name, inner]) => [name, valid(inner, pools)] as const,
      );
      const requiredKeys = [...(schema.required ?? [])];
      return fc.record(Object.fromEntries(members), { requiredKeys, noNullPrototype: true });
    }
  }
}

const nodeOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** Mostly what the schema accepts, now and then any JSON at all. */
export const wishes = (schema: z.ZodObject, pools: Pools): fc.Arbitrary<unknown> =>
  fc.oneof(
    { arbitrary: valid(nodeOf(schema), pools), weight: 9 },
    { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
  );
