/** Where a sealed text or document lies, and a salted hash that proves it unchanged. The journal holds only this. */
export interface SealedRef {
  readonly ref: string;
  readonly hash: string;
}
