/** JSON Schema 2020-12 as far as the published document uses it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  /** The first items, each by its own schema. */
  readonly prefixItems?: readonly JsonSchema[];
  readonly items?: JsonSchema | false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
}

export const keywords: ReadonlySet<string> = new Set([
  '$ref',
  'type',
  'anyOf',
  'oneOf',
  'enum',
  'const',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'prefixItems',
  'items',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'description',
  'examples',
  'default',
]);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};
const isType = (value: unknown, type: string): boolean =>
  typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer');

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+$/,
  uri: /^[a-z][a-z0-9+.-]*:/,
};

function textFaults(schema: JsonSchema, text: string, at: string): string[] {
  const faults: string[] = [];
  if (text.length < (schema.minLength ?? 0) || text.length > (schema.maxLength ?? Infinity))
    faults.push(`${at}: length`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text))
    faults.push(`${at}: pattern`);
  if (schema.format !== undefined && formats[schema.format]?.test(text) !== true)
    faults.push(`${at}: ${schema.format}`);
  return faults;
}

function objectFaults(schema: JsonSchema, value: object, at: string, resolve: Resolve): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}.${name}: missing`);
  const found = Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const own = properties[name];
    if (own !== undefined) return schemaFaults(own, inner, resolve, `${at}.${name}`);
    if (typeof additionalProperties === 'object')
      return schemaFaults(additionalProperties, inner, resolve, `${at}.${name}`);
    return additionalProperties ? [] : [`${at}.${name}: not allowed`];
  });
  return [...missing, ...found];
}

type Resolve = (ref: string) => JsonSchema;

/** What in the value does not fit the schema; empty when it is valid. Written apart from zod, which made the schema. */
export function schemaFaults(schema: JsonSchema, value: unknown, resolve: Resolve, at = '$'): string[] {
  if (schema.$ref !== undefined) return schemaFaults(resolve(schema.$ref), value, resolve, at);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.every((choice) => schemaFaults(choice, value, resolve, at).length > 0) === true)
    return [`${at}: no choice fits`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => isType(value, type)))
    return [`${at}: not ${types.join(' or ')}`];
  if (schema.enum?.includes(value) === false) return [`${at}: not in the list`];
  if ('const' in schema && schema.const !== value) return [`${at}: not ${String(schema.const)}`];
  if (typeof value === 'string') return textFaults(schema, value, at);
  if (typeof value === 'number') {
    const inside = value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
    return inside ? [] : [`${at}: out of range`];
  }
  if (Array.isArray(value)) {
    const { prefixItems = [], items, minItems = 0, maxItems = Infinity } = schema;
    const most = items === false ? prefixItems.length : maxItems;
    if (value.length < minItems || value.length > most) return [`${at}: length`];
    return value.flatMap((item, index) => {
      const own = prefixItems[index] ?? items;
      return typeof own === 'object' ? schemaFaults(own, item, resolve, `${at}.${index}`) : [];
    });
  }
  return typeof value === 'object' && value !== null ? objectFaults(schema, value, at, resolve) : [];
}
