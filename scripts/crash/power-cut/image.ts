import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const pageBytes = 4096;
const sectorBytes = 512;
/** LMDB keeps two meta pages in front and writes them in turn; the newer valid one tells where the data is. */
const metaPages = 2;

/** Where in an append the power went. */
export type Moment = 'nothing written' | 'pages' | 'meta';

export interface Cut {
  readonly moment: Moment;
  /** Sectors that the cut kept from the disk, of those not known to be there. */
  readonly lost: number;
  readonly image: Buffer;
}

const dataFile = (dataDir: string): string => join(dataDir, 'journal', 'data.mdb');
export const readData = (dataDir: string): Promise<Buffer> => readFile(dataFile(dataDir));

function changedSectors(before: Buffer, after: Buffer, fromPage: number, toPage: number): number[] {
  const changed: number[] = [];
  for (let at = fromPage * pageBytes; at < toPage * pageBytes; at += sectorBytes) {
    const [a, b] = [before.subarray(at, at + sectorBytes), after.subarray(at, at + sectorBytes)];
    if (!a.equals(b)) changed.push(at);
  }
  return changed;
}

function forget(image: Buffer, before: Buffer, sector: number): void {
  image.fill(0, sector, sector + sectorBytes);
  if (sector < before.length)
    before.copy(image, sector, sector, Math.min(sector + sectorBytes, before.length));
}

/**
 * What the disk may hold when the power goes during one append.
 *
 * `before` is the file while nothing was being written: all of it is on the disk, for the append before had been
 * confirmed. `after` is the file as every process sees it at the moment of the cut, pages in the cache included.
 * The adapter appends as a trace of its system calls shows: pages, fdatasync, then the meta page through a
 * descriptor opened with O_DSYNC. So, while the meta page is the old one, fdatasync need not have returned: any
 * sectors of the pages may be missing, in any order, and the file may be as short as before. Once the meta page is the
 * new one the pages are on the disk, and the meta page itself, a single sector, may be there or not.
 *
 * @param random 0 ≤ x < 1
 */
export function cut(before: Buffer, after: Buffer, random: () => number): Cut {
  const image = Buffer.from(after);
  const pages = Math.ceil(after.length / pageBytes);
  const meta = changedSectors(before, after, 0, metaPages);
  if (meta.length > 0) {
    const lost = random() < 0.5 ? meta : [];
    for (const sector of lost) forget(image, before, sector);
    return { moment: 'meta', lost: lost.length, image };
  }
  const written = changedSectors(before, after, metaPages, pages);
  if (written.length === 0) return { moment: 'nothing written', lost: 0, image };
  const survives = random();
  // Whole pages go together as a rule; now and then a page is torn between its sectors.
  const fate = new Map<number, boolean>();
  const lost = written.filter((sector) => {
    if (random() < 0.1) return random() >= survives;
    const page = Math.floor(sector / pageBytes);
    const known = fate.get(page) ?? random() >= survives;
    fate.set(page, known);
    return known;
  });
  for (const sector of lost) forget(image, before, sector);
  const short = after.length > before.length && random() < 0.3;
  return { moment: 'pages', lost: lost.length, image: short ? image.subarray(0, before.length) : image };
}

/** Lays an image down as a data folder of its own. */
export async function layDown(dataDir: string, image: Buffer): Promise<void> {
  await mkdir(join(dataDir, 'journal'), { recursive: true });
  await writeFile(dataFile(dataDir), image);
}
