/** A store was asked for something after its end: the venue is closing, or has begun to stop after a fault. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
}
