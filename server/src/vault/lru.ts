/** A map that forgets what was used longest ago once the sum of the weights passes its capacity. */
export interface Lru<V> {
  get(key: string): V | undefined;
  /** Weight 1 unless told. A value heavier than the whole capacity is not kept. */
  set(key: string, value: V, weight?: number): void;
  delete(key: string): void;
  deleteWhere(matches: (value: V) => boolean): void;
}

export const createLru = <V>(capacity: number): Lru<V> => {
  const entries = new Map<string, { readonly value: V; readonly weight: number }>();
  let total = 0;

  const remove = (key: string): void => {
    total -= entries.get(key)?.weight ?? 0;
    entries.delete(key);
  };

  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // A Map keeps insertion order: inserted again, it is the newest.
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, value, weight = 1) => {
      remove(key);
      if (weight > capacity) return;
      entries.set(key, { value, weight });
      total += weight;
      for (const oldest of entries.keys()) {
        if (total <= capacity) break;
        remove(oldest);
      }
    },
    delete: remove,
    deleteWhere: (matches) => {
      for (const [key, entry] of entries) if (matches(entry.value)) remove(key);
    },
  };
};
