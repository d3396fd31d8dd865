import { expect } from 'chai';
import { readAmendment } from '../../../../client/src/features/my-orders/amending.ts';

const order = { price: 2_500, quantity: 50, remaining: 15 } as never;
const read = (price: string, quantity: string) => readAmendment(order, { price, quantity }, 'en');

describe('amending an order', () => {
  it('keeps its place only where its quantity alone becomes smaller', () => {
    expect(read('25', '50')).to.include({ standing: 'same' });
    expect(read('25', '40').standing).to.equal('keeps');
    expect(read('25', '51').standing).to.equal('loses');
    expect(read('25.20', '50').standing).to.equal('loses');
    expect(read('25.20', '40').standing).to.equal('loses');
  });

  it('sends only what differs', () => {
    expect(read('25', '40').change).to.deep.equal({ quantity: 40 });
    expect(read('25.20', '50').change).to.deep.equal({ price: 2_520 });
    expect(read('25.20', '40').change).to.deep.equal({ price: 2_520, quantity: 40 });
  });

  it('reads no price off its tick, and no quantity below what has traded', () => {
    expect(read('25.13', '50')).to.include({ price: null, standing: 'bad' });
    expect(read('25', '35')).to.include({ quantity: null, standing: 'bad' });
    expect(read('25', '36').standing).to.equal('keeps');
    expect(read('25', 'x').standing).to.equal('bad');
  });
});
