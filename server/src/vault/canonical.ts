/**
 * The one text form of a JSON value: keys sorted by code unit, no blanks, absent for undefined members.
 * Equal values give equal texts, so hashes over it are stable.
 * @throws TypeError for what JSON cannot carry faithfully (NaN, bigint, functions, class instances, cycles by depth).
 */
export const canonicalJson = (value: unknown): string => write(value, 0);

const MAX_DEPTH = 64;

const write = (value: unknown, depth: number): string => {
  if (depth > MAX_DEPTH) throw new TypeError('Nested too deeply for canonical JSON');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return writeNumber(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => write(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return writeRecord(value, depth);
  throw new TypeError(`No canonical JSON for a ${typeof value}`);
};

const writeNumber = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError('No canonical JSON for a number that is not finite');
  return JSON.stringify(value);
};

const writeRecord = (record: object, depth: number): string => {
  const prototype: unknown = Object.getPrototypeOf(record);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('No canonical JSON for a class instance');
  }
  const members = Object.entries(record as Record<string, unknown>)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
};
