export { checksumOf, DepthBook, type Levels } from './book.ts';
export { crc32 } from './crc32.ts';
export { Follower, type DepthFrame, type DepthSnapshot, type Step } from './follower.ts';
export type { Level } from './side.ts';
