/** Randomness and real time, injected so that tests can repeat them. */
export interface VaultSources {
  /** Cryptographically strong. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Milliseconds of real time, never of the venue's clock. */
  readonly realNow: () => number;
}

/** Bytes as base64url without padding. */
export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
