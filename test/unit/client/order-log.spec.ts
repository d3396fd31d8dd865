import type { OrderUpdate } from '@piazza/shared/contract';
import { expect } from 'chai';
import { beginLog, emptyLog, extendLog, type OrderLog } from '../../../client/src/realtime/orders-log.ts';

const update = (seq: number) => ({ seq, kind: 'traded' }) as unknown as OrderUpdate;
const seqs = (log: OrderLog | false) => log !== false && log.items.map(({ seq }) => Number(seq));

describe('the log of own orders', () => {
  it('begins at the end of the stream, newest first', () => {
    const log = beginLog([update(3), update(4)], 4);
    expect(seqs(log)).to.deep.equal([4, 3]);
    expect(log).to.include({ newest: 4, liveFrom: 5 });
    expect(beginLog([], 0)).to.deep.equal({ items: [], newest: 0, liveFrom: 1 });
  });

  it('takes what follows, and what comes twice once', () => {
    const log = beginLog([update(4)], 4);
    const next = extendLog(log, [update(4), update(6), update(5)]);
    expect(seqs(next)).to.deep.equal([6, 5, 4]);
    expect(next).to.include({ newest: 6, liveFrom: 5 });
    expect(extendLog(log, [update(3), update(4)])).to.equal(log);
  });

  it('notices what is missing in between', () => {
    expect(extendLog(beginLog([update(4)], 4), [update(6)])).to.equal(false);
    expect(extendLog(beginLog([], 0), [update(2)])).to.equal(false);
    expect(seqs(extendLog(beginLog([], 0), [update(1)]))).to.deep.equal([1]);
    expect(emptyLog.newest).to.equal(null);
  });

  it('holds no more than a screen needs', () => {
    const many = Array.from({ length: 500 }, (_, at) => update(at + 1));
    expect(beginLog(many, 500).items).to.have.length(200);
    const grown = extendLog(beginLog([], 0), many);
    expect(seqs(grown)).to.have.length(200);
    expect(grown).to.include({ newest: 500 });
  });
});
