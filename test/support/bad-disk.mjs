/* eslint-disable typescript/no-unsafe-assignment, typescript/no-unsafe-member-access, typescript/no-unsafe-return, typescript/no-unsafe-call -- what is built has no types where it is loaded from */
/**
 * Loaded before the venue's own program: the n-th append of its journal, n from BAD_DISK_APPEND, fails as a bad disk makes it
 * fail, and says when. Whoever appends once more after that is told of.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The class that the compiled program itself uses.
const built = join(root, 'server', 'dist', 'adapters', 'lmdb', 'journal.js');
const { LmdbJournal } = await import(pathToFileURL(built).href);

const nth = Number(process.env.BAD_DISK_APPEND);
const { append } = LmdbJournal.prototype;
let begun = 0;
LmdbJournal.prototype.append = async function appendOrFail(batch) {
  begun += 1;
  if (begun < nth) return append.call(this, batch);
  process.stderr.write(begun === nth ? `EIO at ${Date.now()}\n` : 'APPENDED AGAIN\n');
  throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
};
