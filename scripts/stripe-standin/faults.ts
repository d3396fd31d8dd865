/** How often calls of the API go wrong; rates from 0 to 1. */
export interface CallFaults {
  /** Answered 500 before anything is done. */
  readonly fail: number;
  /** Done, but the connection is cut without an answer. */
  readonly cut: number;
  /** Held up before anything is done. */
  readonly slow: number;
  /** How long a slow call is held up, from and to; milliseconds. */
  readonly slowBy: readonly [number, number];
}

/** How events are delivered; rates from 0 to 1, milliseconds. */
export interface WebhookFaults {
  readonly delay: readonly [number, number];
  readonly duplicate: number;
  /** Held back so that later events overtake it. */
  readonly shuffle: number;
  readonly shuffleBy: readonly [number, number];
  /** Never sent at all: only the list of events knows it. */
  readonly lose: number;
  /** The wait before the first repetition of a delivery that was not answered 2xx; doubled each time up to `most`. */
  readonly retryAfter: number;
  readonly retryMost: number;
}

export interface Faults {
  readonly calls: CallFaults;
  readonly webhooks: WebhookFaults;
}

/** Some of the faults, the others as they are. */
export interface FaultsChange {
  readonly calls?: Partial<CallFaults>;
  readonly webhooks?: Partial<WebhookFaults>;
}

export const noFaults: Faults = {
  calls: { fail: 0, cut: 0, slow: 0, slowBy: [20, 200] },
  webhooks: {
    delay: [0, 0],
    duplicate: 0,
    shuffle: 0,
    shuffleBy: [50, 500],
    lose: 0,
    retryAfter: 200,
    retryMost: 10_000,
  },
};

export const changed = (faults: Faults, change: FaultsChange = {}): Faults => ({
  calls: { ...faults.calls, ...change.calls },
  webhooks: { ...faults.webhooks, ...change.webhooks },
});

/** A number of a range, drawn by chance. */
export const between = (chance: () => number, [from, to]: readonly [number, number]): number =>
  from + chance() * (to - from);
