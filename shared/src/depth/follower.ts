import { checksumOf, DepthBook, type Levels } from './book.ts';

/** A whole book, and the seq it stands at. */
export interface DepthSnapshot extends Levels {
  readonly seq: number;
  readonly checksum: number;
}
/** What changed in a book after `prevSeq`, up to and with `seq`; the checksum is the book's after it. */
export interface DepthFrame extends DepthSnapshot {
  readonly prevSeq: number;
}

/**
 * What became of a frame or a snapshot.
 * `kept`: it waits for a snapshot. `ignored`: all of it is known. `applied`: the book stands at the snapshot, if one was
 * given, and then at each of `frames`. `resync`: the book cannot be followed from here; ask for a snapshot, once.
 */
export type Step<F> =
  | { readonly kind: 'kept' | 'ignored' }
  | { readonly kind: 'applied'; readonly frames: readonly F[] }
  | { readonly kind: 'resync'; readonly because: 'gap' | 'checksum' };

/** Frames kept for a snapshot that is long in coming. The oldest go first: what is then missing shows as a gap. */
const mostKept = 2_000;

/**
 * Follows one book by snapshot and frames. Hand it every frame from the moment of subscribing on, and the snapshot when
 * it comes: frames that arrive before it are kept, those it contains are dropped, the first one applied must begin at or
 * before it. A frame that does not follow, or a checksum that differs, asks for another snapshot.
 * `F` may carry more than levels: `applied` hands the frames back in order.
 */
export class Follower<F extends DepthFrame> {
  /** As far as it is known; while a snapshot is awaited it is out of date. */
  readonly book = new DepthBook();
  #seq: number | null = null;
  #kept: F[] = [];

  /** What the book stands at; null while a snapshot is awaited. */
  get seq(): number | null {
    return this.#seq;
  }

  /** Forgets where it stood, as after a lost connection. The book is left for whoever still shows it. */
  reset(): void {
    this.#seq = null;
    this.#kept = [];
  }

  frame(frame: F): Step<F> {
    if (this.#seq === null) {
      this.#keep(frame);
      return { kind: 'kept' };
    }
    if (frame.seq <= this.#seq) return { kind: 'ignored' };
    return this.#follow([frame]);
  }

  snapshot(snapshot: DepthSnapshot): Step<F> {
    if (this.#seq !== null && snapshot.seq < this.#seq) return { kind: 'ignored' };
    if (checksumOf(snapshot) !== snapshot.checksum) return this.#lose([], 'checksum');
    this.book.reset(snapshot);
    this.#seq = snapshot.seq;
    return this.#follow(this.#kept.splice(0));
  }

  /** Applies what is new in the frames, in order, up to the first that does not fit. */
  #follow(frames: readonly F[]): Step<F> {
    const applied: F[] = [];
    for (const [at, frame] of frames.entries()) {
      const seq = this.#seq as number;
      if (frame.seq <= seq) continue;
      if (frame.prevSeq > seq) return this.#lose(frames.slice(at), 'gap');
      this.book.apply(frame);
      this.#seq = frame.seq;
      if (this.book.checksum !== frame.checksum) return this.#lose(frames.slice(at + 1), 'checksum');
      applied.push(frame);
    }
    return { kind: 'applied', frames: applied };
  }

  #lose(kept: readonly F[], because: 'gap' | 'checksum'): Step<F> {
    this.#seq = null;
    for (const frame of kept) this.#keep(frame);
    return { kind: 'resync', because };
  }

  #keep(frame: F): void {
    this.#kept.push(frame);
    if (this.#kept.length > mostKept) this.#kept.shift();
  }
}
