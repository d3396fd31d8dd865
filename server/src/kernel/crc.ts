import { crc32 } from 'node:zlib';

/** Below this many bytes a loop is done before a native call, with the view it asks for, has begun. */
const native = 120;

const table = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 0 ? value >>> 1 : (value >>> 1) ^ 0xedb88320;
  return value;
});

/** CRC-32, as zlib has it, of the bytes from … to. */
export function crcOf(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > native) return crc32(bytes.subarray(from, to));
  let crc = -1;
  for (let at = from; at < to; at += 1)
    crc = (table[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
