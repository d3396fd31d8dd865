const palettes = [
  ['#1d4b3c', '#e9bc66', '#f7dfd1'],
  ['#a8431f', '#f8e8c8', '#1c2723'],
  ['#274b7f', '#e9bc66', '#dfe7f2'],
  ['#8c1c3c', '#f7dfd1', '#e9bc66'],
  ['#7a5200', '#fbf7f0', '#1d4b3c'],
  ['#5b3a78', '#f8e8c8', '#ee9470'],
  ['#2f6b55', '#fbf7f0', '#a8431f'],
  ['#1e3a63', '#ee9470', '#fbf7f0'],
] as const;

/** A number from a text, the same on every machine (FNV-1a, 32 bit). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}

/** Four shapes a paving stone may have, in a cell of 12 by 12. */
const stones = [
  'M0 0h12v12z',
  'M0 12a12 12 0 0 1 12-12v12z',
  'M6 0l6 6-6 6-6-6z',
  'M0 0h6v12H0z',
  'M0 0a6 6 0 0 0 12 0z',
  'M2.500 6a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0z',
];

export interface Stone {
  readonly key: string;
  readonly path: string;
  readonly transform: string;
  readonly fill: string;
}

/** The emblem of a name: a pavement of stones, symmetric about its middle, in one of the venue's palettes. */
export function pavement(name: string): { readonly ground: string; readonly stones: readonly Stone[] } {
  const seed = hash(name.trim().toLowerCase());
  const [ground, first, second] = palettes[seed % palettes.length] ?? palettes[0];
  const laid: Stone[] = [];
  for (let row = 0; row < 4; row++)
    for (let column = 0; column < 2; column++) {
      const draw = hash(`${seed}/${row}/${column}`);
      const path = stones[draw % stones.length] ?? '';
      const fill = (draw >>> 8) % 3 === 0 ? second : first;
      const turn = ((draw >>> 12) % 4) * 90;
      const [x, y] = [column * 12, row * 12];
      const placed = `translate(${x} ${y}) rotate(${turn} 6 6)`;
      laid.push({ key: `${row}${column}l`, path, fill, transform: placed });
      laid.push({ key: `${row}${column}r`, path, fill, transform: `translate(48 0) scale(-1 1) ${placed}` });
    }
  return { ground, stones: laid };
}
