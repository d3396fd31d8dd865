import { crc32 as crcOfZlib } from 'node:zlib';
import { checksumOf, crc32, DepthBook, Follower, type DepthFrame, type Level } from '@piazza/shared/depth';
import { expect } from 'chai';

const levels = (...pairs: (readonly [number, number])[]): Level[] => pairs as unknown as Level[];
const empty = { bids: levels(), asks: levels() };

describe('the public book by price', () => {
  const book = (): DepthBook => {
    const found = new DepthBook();
    found.reset({
      bids: levels([2400, 5], [2500, 10], [2480, 5]),
      asks: levels([2540, 1], [2520, 7]),
    });
    return found;
  };
  it('keeps both sides best first, whatever order the levels come in', () => {
    expect(book().bids).to.deep.equal([
      [2500, 10],
      [2480, 5],
      [2400, 5],
    ]);
    expect(book().asks).to.deep.equal([
      [2520, 7],
      [2540, 1],
    ]);
  });
  it('takes absolute quantities: sets, adds in place, removes at 0, and twice is as once', () => {
    const found = book();
    const change = {
      bids: levels([2500, 3], [2490, 8], [2480, 0], [2300, 0]),
      asks: levels([2520, 0], [2530, 2]),
    };
    for (let twice = 0; twice < 2; twice += 1) {
      found.apply(change);
      expect(found.bids).to.deep.equal([
        [2500, 3],
        [2490, 8],
        [2400, 5],
      ]);
      expect(found.asks).to.deep.equal([
        [2530, 2],
        [2540, 1],
      ]);
    }
    expect(found.quantityAt('bids', 2490 as never)).to.equal(8);
    expect(found.quantityAt('asks', 2490 as never)).to.equal(0);
  });
  it('may be crossed, as in a call', () => {
    const found = book();
    found.apply({ bids: levels([2600, 4]), asks: levels([2400, 9]) });
    expect(found.bids[0]).to.deep.equal([2600, 4]);
    expect(found.asks[0]).to.deep.equal([2400, 9]);
  });
  it('leaves a level that did not change the same object, so that a screen redraws the others only', () => {
    const found = book();
    const [first, second] = found.bids;
    found.apply({ bids: levels([2500, 10], [2480, 6]), asks: levels() });
    expect(found.bids[0]).to.equal(first);
    expect(found.bids[1]).not.to.equal(second);
  });
});

describe('the checksum of a book', () => {
  it('is the CRC-32 that everybody computes', () => {
    expect(crc32('123456789')).to.equal(0xcbf43926);
    for (const text of ['', '|', 'a', '2500:10,2480:5|2520:7', 'x'.repeat(1_000)])
      expect(crc32(text)).to.equal(crcOfZlib(text));
  });
  it('is over the ten best levels of both sides in the documented text', () => {
    expect(checksumOf({ bids: levels([2500, 10], [2480, 5]), asks: levels([2520, 7]) })).to.equal(
      crcOfZlib('2500:10,2480:5|2520:7'),
    );
    expect(checksumOf(empty)).to.equal(crcOfZlib('|'));
    const deep = levels(...Array.from({ length: 12 }, (_, at): [number, number] => [2500 - at, at + 1]));
    const text = deep.slice(0, 10).map(([price, quantity]) => `${price}:${quantity}`);
    expect(checksumOf({ bids: deep, asks: levels() })).to.equal(crcOfZlib(`${text.join(',')}|`));
  });
});

describe('a follower of a book', () => {
  /** A frame that sets the best bid to its own seq. */
  const frame = (prevSeq: number, seq: number): DepthFrame => {
    const bids = levels([2500, seq]);
    return { prevSeq, seq, bids, asks: [], checksum: checksumOf({ bids, asks: [] }) };
  };
  const snapshot = (seq: number) => frame(seq, seq);

  it('keeps what comes before the snapshot, drops what the snapshot has, applies the rest', () => {
    const follower = new Follower();
    for (const [prevSeq, seq] of [
      [0, 3],
      [3, 7],
      [7, 9],
    ] as const)
      expect(follower.frame(frame(prevSeq, seq))).to.deep.equal({ kind: 'kept' });
    expect(follower.seq).to.equal(null);
    expect(follower.snapshot(snapshot(5))).to.deep.equal({
      kind: 'applied',
      frames: [frame(3, 7), frame(7, 9)],
    });
    expect(follower.seq).to.equal(9);
    expect(follower.book.bids).to.deep.equal([[2500, 9]]);
  });
  it('applies each frame once, however often it comes', () => {
    const follower = new Follower();
    follower.snapshot(snapshot(5));
    expect(follower.frame(frame(4, 6)).kind).to.equal('applied');
    expect(follower.frame(frame(4, 6)).kind).to.equal('ignored');
    expect(follower.frame(frame(2, 4)).kind).to.equal('ignored');
  });
  it('asks once for another snapshot when a frame is missing, and keeps what comes meanwhile', () => {
    const follower = new Follower();
    follower.snapshot(snapshot(5));
    expect(follower.frame(frame(6, 7))).to.deep.equal({ kind: 'resync', because: 'gap' });
    expect(follower.frame(frame(7, 8))).to.deep.equal({ kind: 'kept' });
    expect(follower.seq).to.equal(null);
    expect(follower.snapshot(snapshot(6))).to.deep.equal({
      kind: 'applied',
      frames: [frame(6, 7), frame(7, 8)],
    });
  });
  it('asks again when the snapshot is older than what it could follow', () => {
    const follower = new Follower();
    follower.frame(frame(6, 7));
    expect(follower.snapshot(snapshot(5))).to.deep.equal({ kind: 'resync', because: 'gap' });
    expect(follower.snapshot(snapshot(6)).kind).to.equal('applied');
    expect(follower.seq).to.equal(7);
  });
  it('asks for another snapshot when a checksum differs, its own included', () => {
    const follower = new Follower();
    follower.snapshot(snapshot(5));
    expect(follower.frame({ ...frame(5, 6), checksum: 1 })).to.deep.equal({
      kind: 'resync',
      because: 'checksum',
    });
    expect(follower.snapshot({ ...snapshot(6), checksum: 1 })).to.deep.equal({
      kind: 'resync',
      because: 'checksum',
    });
    expect(follower.snapshot(snapshot(6)).kind).to.equal('applied');
  });
  it('takes no step back for a snapshot that was long on its way', () => {
    const follower = new Follower();
    follower.snapshot(snapshot(5));
    follower.frame(frame(5, 6));
    expect(follower.snapshot(snapshot(5)).kind).to.equal('ignored');
    expect(follower.seq).to.equal(6);
  });
  it('starts anew after a lost connection', () => {
    const follower = new Follower();
    follower.snapshot(snapshot(5));
    follower.reset();
    expect(follower.frame(frame(8, 9)).kind).to.equal('kept');
    expect(follower.snapshot(snapshot(2)).kind, 'too old').to.equal('resync');
    expect(follower.snapshot(snapshot(9))).to.deep.equal({ kind: 'applied', frames: [] });
  });
  it('does not grow without bound while no snapshot comes, and still ends right', () => {
    const follower = new Follower();
    for (let seq = 1; seq <= 5_000; seq += 1) follower.frame(frame(seq - 1, seq));
    expect(follower.snapshot(snapshot(10))).to.deep.equal({ kind: 'resync', because: 'gap' });
    expect(follower.snapshot(snapshot(4_000)).kind).to.equal('applied');
    expect(follower.seq).to.equal(5_000);
  });
});
