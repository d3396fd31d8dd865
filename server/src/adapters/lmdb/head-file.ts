import { open, readFile, rename } from 'node:fs/promises';
import { type HeadFile } from '../../ports/journal.ts';
import { Newest } from '../rules/newest.ts';

/** A busy journal flushes a thousand times a second; a file flushed as often would take half of the disk from it. */
const restMs = 20;

type Head = Parameters<HeadFile['write']>[0];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsed(text: string, path: string): Head {
  const value = jsonOf(text);
  if (typeof value === 'object' && value !== null && 'seq' in value && 'hash' in value) {
    const { seq, hash } = value;
    if (typeof seq === 'number' && Number.isSafeInteger(seq) && typeof hash === 'string')
      return { seq, hash };
  }
  throw new Error(`${path} is no head file`);
}

/** The head in a small file, replaced by a rename. Heads that come while one is being written are written as one. */
export class AtomicHeadFile implements HeadFile {
  readonly #path: string;
  readonly #newest: Newest<Head>;

  constructor(path: string) {
    this.#path = path;
    this.#newest = new Newest(async (head) => this.#store(head), restMs);
  }

  /** @throws Error when the file is there but is not ours. */
  async read(): Promise<Head | undefined> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    return parsed(text, this.#path);
  }

  /** Resolves when this head, or a newer one, is on the disk. A flush need not wait for it. */
  async write(head: Head): Promise<void> {
    await this.#newest.write(head);
  }

  /** Waits for what is being written. */
  async close(): Promise<void> {
    await this.#newest.idle();
  }

  async #store(head: Head): Promise<void> {
    const unfinished = `${this.#path}.unfinished`;
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(`${JSON.stringify(head)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    // The folder is not flushed: a rename lost in a power cut leaves an older head, which is true as well.
    await rename(unfinished, this.#path);
  }
}
