import * as fc from 'fast-check';
import { issuerSums } from '@piazza/shared/contract';
import { expect } from 'chai';
import { issuerAccount, issuerPaper, issuerRows, type Entry } from '../../../server/src/statements/index.ts';
import { property } from '../../support/property.ts';

const line = (at: number, kind: string, change: number, subject: Record<string, string> = {}): Entry => ({
  at,
  kind,
  asset: 'EUR',
  change,
  balance: 0,
  subject,
});
const listing = 'lst_1';
/** What becomes of an issuer's money, once each. */
const life: readonly Entry[] = [
  line(1, 'settlement', 100_000, { listing, commitment: 'cmt_1' }),
  line(1, 'retention', -1_000, { listing, offer: 'ofr_1' }),
  line(1, 'retained', 1_000, { listing, offer: 'ofr_1' }),
  line(1, 'fee', -2_500, { listing, offer: 'ofr_1' }),
  line(1, 'vat', -550, { listing, offer: 'ofr_1' }),
  line(2, 'payout', -95_950, { outgoing: 'out_1' }),
  line(3, 'sent_back', 95_950, { outgoing: 'out_1' }),
  line(3, 'payout', -95_950, { outgoing: 'out_2' }),
  line(4, 'funding', 20_000, { payment: 'pay_1' }),
  line(5, 'distribution', -12_000, { listing, payment: '1', as: 'coupon' }),
  line(6, 'release', 12_000, { listing, payment: '1', as: 'coupon' }),
  line(7, 'withdrawal', -8_000, { outgoing: 'out_3' }),
  line(8, 'sent_back', 8_000, { outgoing: 'out_3' }),
  line(8, 'dispute', -300, { payment: 'pay_1', dispute: 'dsp_1' }),
];
const days = { from: '2026-01-01', to: '2026-01-31', since: 2, until: 8 };
const names = { holder: 'Officina', account: 'org_1', titles: new Map([[listing, 'Forno']]) };

describe('the statement of an issuer’s money', () => {
  it('PAP-5: says what was raised, taken, kept back, paid and put in, each once', () => {
    const all = issuerAccount(life, { since: 0, until: 9 });
    expect(all.sums).to.deep.equal({
      raised: 100_000,
      fees: -2_500,
      vat: -550,
      kept: -1_000,
      paidOut: -95_950,
      toHolders: 0,
      ownIn: 20_000,
      ownOut: 0,
      other: -300,
    });
    expect(all).to.include({
      openingCents: 0,
      closingCents: 19_700,
      keptBackCents: 1_000,
      untouched: false,
    });
    expect(all.lines).to.have.length(life.length - 1);
  });

  it('PAP-5: begins with what was free before its days, and knows nothing of what follows them', () => {
    const some = issuerAccount(life, days);
    expect(some).to.include({ openingCents: 95_950, closingCents: 12_000, keptBackCents: 1_000 });
    expect(some.lines.map(({ kind }) => kind)).to.deep.equal([
      'paidOut',
      'paidOut',
      'paidOut',
      'ownIn',
      'toHolders',
      'toHolders',
      'ownOut',
    ]);
    expect(some).to.deep.equal(
      issuerAccount(
        life.filter(({ at }) => at < days.until),
        days,
      ),
    );
    expect(issuerAccount(life, { since: 0, until: 1 }).untouched).to.equal(true);
  });

  it('PAP-5: as rows between two balances, and on paper with words for each', () => {
    const account = issuerAccount(life, days);
    const rows = issuerRows(account, names, days);
    expect(rows[1]).to.deep.equal(['2026-01-01', 'opening', '', '', '', '959.50', '']);
    expect(rows.at(-1)).to.deep.equal(['2026-01-31', 'closing', '', '', '', '120.00', '']);
    expect(rows[6]?.slice(1)).to.deep.equal(['toHolders', listing, 'Forno', '-120.00', '80.00', '#1']);
    const { parts, notes } = issuerPaper(account, names, days, 'it');
    expect(parts.map(({ rows: lines }) => lines.length)).to.deep.equal([issuerSums.length + 2, 7]);
    expect(notes.join(' ')).to.contain('Officina').and.to.contain('org_1');
    const still = issuerPaper(
      issuerAccount(life, { since: 9, until: 10 }),
      names,
      { ...days, since: 9, until: 10 },
      'en',
    );
    expect(still.parts).to.have.length(1);
    expect(still.notes.join(' ')).to.contain('Nothing moved');
  });

  property(
    'PAP-5: leads from its opening to its closing, and one begins where the one before ended',
    200,
    [
      fc.array(
        fc.tuple(
          fc.constantFrom(...new Set(life.map(({ kind }) => kind)), 'anything'),
          fc.integer({ min: -9_999, max: 9_999 }),
          fc.nat(4),
        ),
      ),
      fc.tuple(fc.nat(60), fc.nat(60)),
    ],
    (moves, [cut, end]) => {
      const entries = moves.map(([kind, change, n], at) => line(at, kind, change, { outgoing: `out_${n}` }));
      const [since, until] = [Math.min(cut, end), Math.max(cut, end)];
      const one = issuerAccount(entries, { since, until });
      const moved = Object.values(one.sums).reduce((sum, cents) => sum + cents, 0);
      expect(one.openingCents + moved).to.equal(one.closingCents);
      expect(issuerAccount(entries, { since: 0, until: since }).closingCents).to.equal(one.openingCents);
      if (one.lines.length > 0) expect(one.lines.at(-1)?.balance).to.equal(one.closingCents);
    },
  );
});
