import type { OfferView } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { cents, priceCents, units } from '@piazza/shared/values';
import { expect } from 'chai';
import {
  bodyOf,
  emptyDraft,
  isLarge,
  textOf,
  warningGaps,
  wishOf,
  type Draft,
} from '../../../../client/src/features/commit/draft.ts';

const offer = {
  price: priceCents(1_000),
  lot: units(10),
  minimumTicket: cents(20_000),
  hardCap: cents(1_000_000),
} as OfferView;
const size = (amount: number) => ({ units: units(amount / 1_000), amount: cents(amount) });
const read: Draft = { ...emptyDraft, warning: true };

describe('the draft of a commitment', () => {
  it('reads the wish in the language it is written in', () => {
    const asked = (text: string, by: Draft['by'] = 'amount') => ({ ...emptyDraft, text, by });
    expect(wishOf(asked('  '), offer, 'en').kind).to.equal('empty');
    expect(wishOf(asked('a lot'), offer, 'en').kind).to.equal('unread');
    expect(wishOf(asked('1,200'), offer, 'en')).to.include({ kind: 'fits', value: 120_000 });
    expect(wishOf(asked('1.200'), offer, 'it')).to.include({ kind: 'fits', value: 120_000 });
    expect(wishOf(asked('1.200'), offer, 'en').kind).to.equal('unread');
    expect(wishOf(asked('1.200', 'units'), offer, 'it')).to.include({ kind: 'too_much', value: 1_200 });
    expect(wishOf(asked('120', 'units'), offer, 'en')).to.include({ kind: 'fits', value: 120 });
  });

  it('writes a size so that it reads as the same size', () => {
    for (const locale of ['en', 'it'] as const)
      for (const by of ['amount', 'units'] as const)
        expect(
          wishOf({ ...emptyDraft, by, text: textOf(size(120_000), by, locale) }, offer, locale),
        ).to.deep.include({
          kind: 'fits',
          size: size(120_000),
        });
  });

  it('asks for consent and understanding above the threshold only, and of non-sophisticated investors only', () => {
    const threshold = policy.warningThresholdCents;
    expect(isLarge(size(threshold), false)).to.equal(false);
    expect(isLarge(size(threshold + 1_000), false)).to.equal(true);
    expect(isLarge(size(threshold + 1_000), true)).to.equal(false);
  });

  it('names what is not confirmed, a proof that is missing among it', () => {
    expect(warningGaps(emptyDraft, false, false)).to.deep.equal(['warning']);
    expect(warningGaps(read, false, false)).to.deep.equal([]);
    expect(warningGaps(emptyDraft, true, false)).to.deep.equal(['warning', 'consent', 'question']);
    const agreed = { ...read, consent: true };
    expect(warningGaps(agreed, true, false)).to.deep.equal(['question']);
    expect(warningGaps(agreed, true, true)).to.deep.equal([]);
  });

  it('sends what was confirmed, and nothing that was not asked for', () => {
    const full: Draft = { ...read, consent: true };
    expect(bodyOf(full, size(120_000), true)).to.deep.equal({
      units: 120,
      acknowledgements: { riskWarning: true, reflectionNotice: true, aboveThreshold: true },
    });
    expect(bodyOf(full, size(50_000), false).acknowledgements).to.include({ aboveThreshold: false });
  });
});
