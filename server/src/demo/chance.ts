/** Chance that repeats itself: the same seed draws the same numbers, so a story can be told twice alike. */
export interface Chance {
  /** Evenly in 0 … 1, 1 excluded. */
  draw(): number;
  yes(probability: number): boolean;
  /** Evenly in low … high, high excluded. */
  between(low: number, high: number): number;
  /** @throws RangeError for an empty list. */
  pick<T>(list: readonly T[]): T;
  /** One of the list by weight; undefined when no weight is above zero. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T | undefined;
  /** Around `median`, more often a little than far from it (log-normal). */
  around(median: number, spread: number): number;
}

/** Mulberry32 (public domain, Tommy Ettinger): one 32-bit word of state, plenty for a story. */
function words(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A seed out of a name, so that what one venture draws does not change when another is added. */
export function seedOf(name: string): number {
  let seed = 2_166_136_261;
  for (const letter of name) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return seed >>> 0;
}

/** @param seed any integer */
export function chanceOf(seed: number): Chance {
  const draw = words(seed);
  return {
    draw,
    yes: (probability) => draw() < probability,
    between: (low, high) => low + draw() * (high - low),
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[Math.floor(draw() * list.length)] as (typeof list)[number];
    },
    weighted: (list, weight) => {
      let left = draw() * list.reduce((sum, item) => sum + weight(item), 0);
      return list.find((item) => (left -= weight(item)) < 0);
    },
    around: (median, spread) => {
      const bell = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
      return median * Math.exp(spread * bell);
    },
  };
}
