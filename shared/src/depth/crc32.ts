/** Polynomial of CRC-32 (ISO 3309, as in Ethernet and zlib), reflected. */
const polynomial = 0xedb88320;

const table = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ polynomial : rest >>> 1;
  return rest;
});

/** CRC-32 of a text of ASCII characters, 0 … 2^32−1. */
export function crc32(ascii: string): number {
  let rest = -1;
  for (let at = 0; at < ascii.length; at += 1)
    rest = (rest >>> 8) ^ (table[(rest ^ ascii.charCodeAt(at)) & 255] as number);
  return ~rest >>> 0;
}
