import { draftGaps, emptyDraft, type Draft } from '@piazza/shared/contract';
import { expect } from 'chai';
import {
  openForm,
  readForm,
  translateForm,
  type DraftForm,
} from '../../../../client/src/features/issuer/draft/form.ts';
import { progressOf, isComplete } from '../../../../client/src/features/issuer/draft/progress.ts';
import { stepFields, stepOf, steps } from '../../../../client/src/features/issuer/draft/fields.ts';
import { completeDraft, day } from '../../../support/draft.ts';

const now = Date.UTC(2026, 10, 22, 12);
const complete = completeDraft(now);
const typed = (changes: Partial<DraftForm>, base: Draft = emptyDraft): DraftForm => ({
  ...openForm(base, 'en'),
  ...changes,
});

describe('the inputs of a draft', () => {
  it('are the draft again when read in the language they were written in', () => {
    for (const locale of ['en', 'it'] as const) {
      const odd = completeDraft(now, { facts: { price: 1_250 as never, softCap: 100_050 as never } });
      const { draft, unread } = readForm(openForm(odd, locale), locale, emptyDraft);
      expect(draft).to.deep.equal(odd);
      expect(unread).to.deep.equal([]);
    }
  });

  it('read the decimal comma of Italian and write it back exactly', () => {
    const { draft } = readForm(typed({ 'facts.softCap': '1.250,50' }), 'it', emptyDraft);
    expect(draft.facts.softCap).to.equal(125_050);
    expect(openForm(draft, 'it')['facts.softCap']).to.equal('1250,50');
    expect(openForm(draft, 'en')['facts.softCap']).to.equal('1250.50');
  });

  it('are never rounded: what has fractions of a cent is not read, and the saved value stays', () => {
    const { draft, unread } = readForm(typed({ 'facts.softCap': '10.005' }, complete), 'en', complete);
    expect(draft.facts.softCap).to.equal(complete.facts.softCap);
    expect(unread).to.deep.equal([{ field: 'facts.softCap', key: 'euro', values: {} }]);
  });

  it('leave alone what nobody touched: a moment keeps the seconds its input does not show', () => {
    const closesAt = now + 30 * day + 12_345;
    const exact = completeDraft(now, { facts: { closesAt: closesAt as never } });
    expect(readForm(openForm(exact, 'en'), 'en', exact).draft.facts.closesAt).to.equal(closesAt);
    const form = typed({ 'facts.closesAt': '2026-12-24T18:00' }, exact);
    expect(readForm(form, 'en', exact).draft.facts.closesAt).to.equal(Date.UTC(2026, 11, 24, 17));
  });

  it('name what cannot be read, each by its kind', () => {
    const { unread } = readForm(
      typed({
        'facts.price': '0.50',
        'facts.lot': '1.5',
        'facts.indicator': 'XX1234',
        'facts.sdgTarget': '18.1',
        'facts.closesAt': '2027-03-28T02:30',
        'facts.reserves.retail': '101',
        'texts.title': 'x'.repeat(83),
        'texts.story': 'a\u0007b',
      }),
      'en',
      emptyDraft,
    );
    const kinds = Object.fromEntries(unread.map(({ field, key }) => [field, key]));
    expect(kinds).to.deep.equal({
      'texts.title': 'tooLong',
      'texts.story': 'character',
      'facts.indicator': 'indicator',
      'facts.sdgTarget': 'sdgTarget',
      'facts.lot': 'whole',
      'facts.price': 'price',
      'facts.closesAt': 'moment',
      'facts.reserves': 'share',
    });
    expect(unread.find(({ key }) => key === 'tooLong')?.values).to.deep.equal({ over: 3 });
  });

  it('take codes as people type them', () => {
    const form = typed({ 'facts.indicator': ' pi4060 ', 'facts.sdgTarget': '1.A' });
    const { facts } = readForm(form, 'en', emptyDraft).draft;
    expect([facts.indicator, facts.sdgTarget]).to.deep.equal(['PI4060', '1.a']);
  });

  it('ask for neither coupon nor accrual where the instrument bears no interest', () => {
    const bond = typed({ 'facts.instrument': 'bond', 'facts.couponBps': '3.5', 'facts.accrual': 'act_365' });
    expect(readForm(bond, 'en', emptyDraft).draft.facts).to.include({ couponBps: 350, accrual: 'act_365' });
    const share = { ...bond, 'facts.instrument': 'community_share', 'facts.couponBps': 'abc' };
    const read = readForm(share, 'en', emptyDraft);
    expect(read.draft.facts).to.include({ couponBps: null, accrual: 'none' });
    expect(read.unread).to.deep.equal([]);
  });

  it('change their notation with the language and keep what cannot be read as it is typed', () => {
    const form = typed({
      'facts.softCap': '1,250.50',
      'facts.hardCap': '12,3,4',
      'texts.title': ' Orti ',
      'facts.reserves.retail': '12.5',
    });
    const italian = translateForm(form, 'en', 'it', emptyDraft);
    expect(italian['facts.softCap']).to.equal('1250,50');
    expect(italian['facts.hardCap']).to.equal('12,3,4');
    expect(italian['facts.reserves.retail']).to.equal('12,50');
    expect(italian['texts.title']).to.equal(' Orti ');
  });
});

describe('the steps of a draft', () => {
  it('ask for every field once', () => {
    const asked = steps.flatMap((step) => stepFields(step));
    expect(new Set(asked).size).to.equal(asked.length);
    const all = [
      ...Object.keys(emptyDraft.texts).map((name) => `texts.${name}`),
      ...Object.keys(emptyDraft.facts).map((name) => `facts.${name}`),
    ];
    expect([...asked].toSorted()).to.deep.equal(all.toSorted());
  });

  it('hold together every gap of the contract', () => {
    const missing = progressOf(emptyDraft, []).flatMap((step) => step.missing);
    expect([...missing].toSorted()).to.deep.equal(draftGaps(emptyDraft).toSorted());
    expect(draftGaps(emptyDraft).every((field) => stepOf(field) !== 'check')).to.equal(true);
  });

  it('ask a bond for its coupon and its day count as well', () => {
    const facts = { ...complete.facts, instrument: 'bond' } as const;
    const [share, bond] = [complete, { ...complete, facts }].map((draft) =>
      progressOf(draft, []).find(({ step }) => step === 'issue')!,
    );
    expect(bond?.required).to.equal((share?.required ?? 0) + 2);
    expect(bond?.missing).to.deep.equal(['facts.couponBps', 'facts.accrual']);
    expect(bond?.done).to.equal(share?.done);
  });

  it('are as far as what is answered without fault', () => {
    const [venture] = progressOf(complete, []);
    expect(venture).to.include({ step: 'venture', required: 5, done: 5 });
    expect(isComplete(progressOf(complete, []))).to.equal(true);
    const wrong = progressOf(complete, [{ field: 'facts.price', key: 'tick', values: {} }]);
    expect(wrong[1]).to.include({ step: 'issue', required: 9, done: 8 });
    expect(isComplete(wrong)).to.equal(false);
  });
});
