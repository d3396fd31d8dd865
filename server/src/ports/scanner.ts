/** Looks for malware. Adapters: none, and a program of the operator's that is called with the file. */
export interface Scanner {
  /** False for what must not be kept. @throws Error when it cannot tell: then nothing is kept either. */
  isClean(bytes: Uint8Array): Promise<boolean>;
}
