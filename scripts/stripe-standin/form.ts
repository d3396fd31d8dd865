import { malformed, missing } from './errors.ts';

/** A form's field: a text, or fields under names; lists have the names 0, 1, 2 … */
export type Field = string | Fields;
export interface Fields {
  [name: string]: Field;
}

/** Reads `a[b][0]=c` as Stripe does: brackets nest, `[]` appends. */
export function parseForm(text: string): Fields {
  const root: Fields = Object.create(null) as Fields;
  for (const [key, value] of new URLSearchParams(text)) {
    const path = [...key.matchAll(/[^[\]]+|\[\]/g)].map(([part]) => part);
    let at = root;
    for (const [index, part] of path.entries()) {
      const name = part === '[]' ? String(Object.keys(at).length) : part;
      if (index === path.length - 1) {
        at[name] = value;
        break;
      }
      const below = at[name];
      const next: Fields = typeof below === 'object' ? below : (Object.create(null) as Fields);
      at[name] = next;
      at = next;
    }
  }
  return root;
}

/** The parameters of a call; every reader refuses what has not its form, naming the parameter as Stripe does. */
export class Params {
  readonly fields: Fields;
  readonly #prefix: string;

  constructor(fields: Fields, prefix = '') {
    this.fields = fields;
    this.#prefix = prefix;
  }

  #named(name: string): string {
    return this.#prefix === '' ? name : `${this.#prefix}[${name}]`;
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  /** The text, undefined when absent; an empty one stands for "unset". */
  text(name: string): string | undefined {
    const field = this.fields[name];
    if (typeof field === 'object') throw malformed(`Invalid string: ${name}`, this.#named(name));
    return field;
  }

  needText(name: string): string {
    const text = this.text(name);
    if (text === undefined) throw missing(this.#named(name));
    if (text === '')
      throw malformed(
        `You passed an empty string for '${this.#named(name)}'.`,
        this.#named(name),
        'parameter_invalid_empty',
      );
    return text;
  }

  /** A whole number ≥ `least`. */
  integer(name: string, least = 0): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const param = this.#named(name);
    if (!/^-?\d{1,15}$/.test(text))
      throw malformed(`Invalid integer: ${text}`, param, 'parameter_invalid_integer');
    if (Number(text) < least)
      throw malformed(
        `This value must be greater than or equal to ${least}.`,
        param,
        'parameter_invalid_integer',
      );
    return Number(text);
  }

  needInteger(name: string, least = 1): number {
    const value = this.integer(name, least);
    if (value === undefined) throw missing(this.#named(name));
    return value;
  }

  flag(name: string): boolean | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (text !== 'true' && text !== 'false') throw malformed(`Invalid boolean: ${text}`, this.#named(name));
    return text === 'true';
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const found = allowed.find((value) => value === text);
    if (found === undefined)
      throw malformed(`Invalid ${name}: must be one of ${allowed.join(', ')}`, this.#named(name));
    return found;
  }

  list(name: string): string[] | undefined {
    const field = this.fields[name];
    if (field === undefined) return undefined;
    if (typeof field === 'string') {
      if (field === '') return [];
      throw malformed('Invalid array', this.#named(name));
    }
    return Object.values(field).filter((value) => typeof value === 'string');
  }

  group(name: string): Params | undefined {
    const field = this.fields[name];
    return typeof field === 'object' ? new Params(field, this.#named(name)) : undefined;
  }

  needGroup(name: string): Params {
    const group = this.group(name);
    if (group === undefined) throw missing(this.#named(name));
    return group;
  }

  /** The metadata after this call: an empty value unsets its key, an empty `metadata` unsets all. */
  metadata(before: Record<string, string> = {}): Record<string, string> {
    const field = this.fields['metadata'];
    if (field === undefined) return before;
    if (field === '') return {};
    const given = typeof field === 'object' ? Object.entries(field) : [];
    const after = { ...before };
    for (const [key, value] of given) {
      if (typeof value !== 'string' || key.length > 40 || value.length > 500)
        throw malformed('Metadata keys have at most 40 characters, values 500.', `metadata[${key}]`);
      if (value === '') delete after[key];
      else after[key] = value;
    }
    return after;
  }
}
