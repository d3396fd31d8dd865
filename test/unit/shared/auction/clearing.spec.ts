import { clearing, type AuctionLevel } from '@piazza/shared/auction';
import { expect } from 'chai';

interface Example {
  readonly what: string;
  readonly bids: readonly AuctionLevel[];
  readonly asks: readonly AuctionLevel[];
  readonly reference: number | null;
  readonly price: number;
  readonly volume: number;
  readonly surplus: number;
}

/** Worked by hand from the four steps; prices in cents. */
const examples: readonly Example[] = [
  {
    what: '(1) the most volume',
    bids: [
      [110, 30],
      [105, 40],
      [100, 50],
    ],
    asks: [
      [98, 20],
      [105, 60],
      [112, 90],
    ],
    reference: 100,
    price: 105,
    volume: 70,
    surplus: -10,
  },
  {
    what: '(2) of equal volumes the least surplus',
    bids: [
      [110, 50],
      [108, 30],
    ],
    asks: [[104, 50]],
    reference: 104,
    price: 110,
    volume: 50,
    surplus: 0,
  },
  {
    what: '(3) the highest where buyers are left over at all ties',
    bids: [[110, 80]],
    asks: [[104, 50]],
    reference: 100,
    price: 110,
    volume: 50,
    surplus: 30,
  },
  {
    what: '(3) the lowest where sellers are left over at all ties',
    bids: [[110, 50]],
    asks: [[104, 80]],
    reference: 120,
    price: 104,
    volume: 50,
    surplus: -30,
  },
  {
    what: '(4) the reference inside the ties, though nobody named it',
    bids: [[110, 50]],
    asks: [[104, 50]],
    reference: 107,
    price: 107,
    volume: 50,
    surplus: 0,
  },
  {
    what: '(4) the tie nearest to a reference above',
    bids: [[110, 50]],
    asks: [[104, 50]],
    reference: 180,
    price: 110,
    volume: 50,
    surplus: 0,
  },
  {
    what: '(4) the tie nearest to a reference below',
    bids: [[110, 50]],
    asks: [[104, 50]],
    reference: 101,
    price: 104,
    volume: 50,
    surplus: 0,
  },
  {
    what: '(4) the lowest without a reference',
    bids: [[110, 50]],
    asks: [[104, 50]],
    reference: null,
    price: 104,
    volume: 50,
    surplus: 0,
  },
  {
    what: '(4) the reference where ties leave now buyers, now sellers over; nobody is left over between them',
    bids: [
      [110, 50],
      [104, 10],
    ],
    asks: [
      [104, 50],
      [110, 10],
    ],
    reference: 106,
    price: 106,
    volume: 50,
    surplus: 0,
  },
  {
    what: '(4) a reference at half a tick goes up',
    bids: [[1_050, 5]],
    asks: [[1_000, 5]],
    reference: 1_025,
    price: 1_030,
    volume: 5,
    surplus: 0,
  },
  {
    what: '(4) a reference just below half a tick goes down',
    bids: [[1_050, 5]],
    asks: [[1_000, 5]],
    reference: 1_024,
    price: 1_020,
    volume: 5,
    surplus: 0,
  },
  {
    what: 'quantities beyond 32 bits',
    bids: [[500, 2 ** 40]],
    asks: [[500, 2 ** 40 + 7]],
    reference: null,
    price: 500,
    volume: 2 ** 40,
    surplus: -7,
  },
];

describe('the clearing price', () => {
  for (const { what, bids, asks, reference, ...wanted } of examples)
    it(`takes ${what}`, () => {
      expect(clearing(bids, asks, reference)).to.deep.equal(wanted);
    });

  it('is none where nothing crosses', () => {
    expect(clearing([], [], 100)).to.equal(null);
    expect(clearing([[100, 5]], [], 100)).to.equal(null);
    expect(clearing([], [[100, 5]], 100)).to.equal(null);
    expect(clearing([[100, 5]], [[101, 5]], 100)).to.equal(null);
  });

  it('keeps to the ticks it is given', () => {
    expect(clearing([[120, 5]], [[100, 5]], 111, () => 10)).to.deep.equal({
      price: 110,
      volume: 5,
      surplus: 0,
    });
  });
});
