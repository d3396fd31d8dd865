import { emptyDraft, kiisParts } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { expect } from 'chai';
import { textsOf, factsOf } from '../../../server/src/demo/venture.ts';
import { ventures } from '../../../server/src/demo/ventures/index.ts';
import type { SheetContent } from '../../../server/src/kiis/content.ts';
import { figuresOf } from '../../../server/src/kiis/figures.ts';
import { layoutOf, renderPdf } from '../../../server/src/kiis/pdf.ts';
import { wordSheet } from '../../../server/src/kiis/sheet.ts';
import { completeDraft } from '../../support/draft.ts';
import { readPdf } from '../../support/pdf.ts';

const filedAt = Date.UTC(2026, 2, 2, 9);
const contentOf = (changes: Partial<SheetContent['texts']> = {}): SheetContent => {
  const { texts, facts } = completeDraft(filedAt, { texts: changes });
  const organisation = {
    name: 'Orto Condiviso',
    legalForm: 'cooperativa_sociale',
    place: 'Torino',
    website: '',
    about: '',
  } as const;
  return { listing: 'lst_1', organisation, fictional: false, texts, facts, filedAt, completedOffers: 2 };
};
const languages = ['it', 'en'] as const;
const answersOf = (content: SheetContent, language: 'it' | 'en'): Record<string, string> =>
  Object.fromEntries(
    wordSheet(content, language).parts.flatMap(({ items }) => items.map(({ field, text }) => [field, text])),
  );
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

describe('KIS-1: the sheet in words', () => {
  for (const language of languages) {
    it(`has every part of Annex I in ${language}, and an answer in every field`, () => {
      const { parts } = wordSheet(contentOf(), language);
      expect(parts.map(({ part }) => part)).to.deep.equal([...kiisParts]);
      for (const { items } of parts)
        for (const { field, label, text } of items) {
          expect(label.trim(), field).to.not.equal('');
          expect(text.trim(), field).to.not.equal('');
        }
    });
    it(`names risks by the seven kinds of delegated regulation 2022/2119 in ${language}`, () => {
      const risks = wordSheet(contentOf(), language).parts.find(({ part }) => part === 'C')?.items ?? [];
      expect(risks.map(({ label }) => label[0])).to.deep.equal(['1', '2', '3', '4', '5', '6', '7']);
    });
  }

  it('has the same fields in both languages, and texts of the issuer as written', () => {
    const [it, en] = languages.map((language) => answersOf(contentOf({ risks: 'Grandine.' }), language));
    expect(Object.keys(it ?? {})).to.deep.equal(Object.keys(en ?? {}));
    expect([it?.['C.riskProject'], en?.['C.riskProject']]).to.deep.equal(['Grandine.', 'Grandine.']);
    expect(it?.['B.minimum']).to.contain('1.000 €'.replace(' ', '\u00a0')).and.contain('2');
    expect(en?.['B.minimum']).to.contain('€1,000');
  });

  it('KIS-9: names the fees there are, and of none that nothing is asked', () => {
    const feesOf = (fees: SheetContent['fees'], language: 'it' | 'en') =>
      answersOf({ ...contentOf(), ...(fees === undefined ? {} : { fees }) }, language)['H.fees'];
    const none = { commitmentBps: 0, tradeBps: 0, successBps: 0, admissionCents: 0 };
    for (const language of languages) {
      expect(feesOf(none, language)).to.equal(feesOf(undefined, language));
      expect(feesOf(none, language)).not.to.match(/%|IVA|VAT/);
    }
    const all = { commitmentBps: 50, tradeBps: 10, successBps: 225, admissionCents: 50_000 };
    const [it, en] = [feesOf(all, 'it') ?? '', feesOf(all, 'en') ?? ''];
    for (const share of ['0,5', '0,1', '2,25', '500', '22']) expect(it).to.contain(share);
    for (const share of ['0.5', '0.1', '2.25', '€500', '22']) expect(en).to.contain(share);
    expect(feesOf({ ...none, tradeBps: 10 }, 'en'))
      .to.contain('sell')
      .and.not.contain('commit,');
    expect(feesOf({ ...none, successBps: 200 }, 'en'))
      .to.contain('charges investors nothing')
      .and.contain('The project owner pays');
    expect(feesOf({ ...none, admissionCents: 1 }, 'it'))
      .to.contain('per l’ammissione')
      .and.contain('IVA');
  });

  it('says of each kind of instrument what it asks, and of the others that it is not so', () => {
    const { facts, texts } = completeDraft(filedAt, {
      facts: { instrument: 'bond', couponBps: 350, accrual: 'act_365', maturityDate: '2031-12-31' },
    });
    const bond = answersOf({ ...contentOf(), texts, facts }, 'en');
    expect(bond['D.interest']).to.contain('3.50').and.contain(texts.interestTerms);
    expect(bond['D.maturity']).to.equal('31 December 2031');
    expect(bond['B.capitalChange']).to.equal('The offer does not change the composition of the capital.');
    expect(answersOf(contentOf(), 'en')['D.interest']).to.equal('The instrument bears no interest.');
  });

  it('says that something was not stated rather than nothing', () => {
    const bare = { ...contentOf(), texts: emptyDraft.texts, facts: emptyDraft.facts };
    for (const text of Object.values(answersOf(bare, 'it'))) expect(text.trim()).to.not.equal('');
  });
});

describe('KIS-2: the words of the law', () => {
  it('stand on it in both languages, the disclaimer directly under the title', () => {
    const en = wordSheet(contentOf(), 'en');
    expect(en.disclaimer)
      .to.match(/^This crowdfunding offer has been neither verified nor approved by competent authorities/)
      .and.match(/including the risk of partial or entire loss of the money invested\.$/);
    expect(en.riskWarning).to.contain('Directive 2014/49/EU').and.contain('Directive 97/9/EC');
    expect(en.riskWarning).to.contain('not to invest more than 10 % of your net worth');
    const it = wordSheet(contentOf(), 'it');
    expect(it.riskWarning).to.contain('direttiva 2014/49/UE').and.contain('direttiva 97/9/CE');
    for (const sheet of [en, it]) {
      const read = layoutOf(sheet)
        .lines.map(({ text }) => text.trim())
        .join(' ');
      expect(read.indexOf(sheet.disclaimer)).to.equal(`${sheet.title} ${sheet.subtitle} `.length);
    }
  });
});

describe('KIS-3: six sides of A4', () => {
  it('hold every venture of the demo story', () => {
    for (const venture of Object.values(ventures)) {
      const texts = textsOf(venture);
      const facts = factsOf(venture.facts, filedAt, null);
      const content = { ...contentOf(), texts, facts, organisation: venture.organisation };
      for (const language of languages)
        expect(layoutOf(wordSheet(content, language)).pages, venture.key).to.be.at.most(policy.kiisPages);
    }
  });
  it('are measured: each further line counts, and none is lost or stands outside of the page', () => {
    const long = 'Una frase di prova che riempie. '.repeat(250);
    const texts = { story: long, team: long.slice(0, 4_000), risks: long.slice(0, 4_000) };
    const layout = layoutOf(wordSheet(contentOf(texts), 'it'));
    expect(layout.pages).to.be.above(2);
    for (const { x, y } of layout.lines) {
      expect(x).to.be.within(40, 300);
      expect(y).to.be.within(40, 792);
    }
    const read = squeezed(layout.lines.map(({ text }) => text).join(''));
    expect(read).to.contain(squeezed(long));
  });
});

describe('KIS-4: the PDF', () => {
  for (const language of languages) {
    it(`is the same bytes again, says its language and title, and every answer in ${language}`, async () => {
      const content = contentOf({
        risks: 'Così, perché no? 12,50 € e il 3 %: “forse” – città, Łódź, naïve.',
      });
      const sheet = wordSheet(content, language);
      const [first, second] = [
        await renderPdf(sheet, filedAt, 'Orto'),
        await renderPdf(sheet, filedAt, 'Orto'),
      ];
      expect(Buffer.compare(first, second)).to.equal(0);
      const read = readPdf(first);
      expect(read).to.include({ lang: language, pages: layoutOf(sheet).pages });
      expect(read.title).to.equal(`${sheet.title}: ${sheet.subtitle}`);
      expect(read.roles.filter((role) => role === 'H1')).to.have.length(1);
      expect(read.roles.filter((role) => role === 'H2').length).to.equal(2 + sheet.parts.length);
      const text = squeezed(read.text);
      for (const { items } of sheet.parts)
        for (const item of items) expect(text, item.field).to.contain(squeezed(item.text));
      expect(text).to.contain(squeezed(sheet.riskWarning));
    });
  }
  it('changes with a single letter of the content', async () => {
    const bytes = await Promise.all(
      ['Grandine.', 'Grandine!'].map((risks) =>
        renderPdf(wordSheet(contentOf({ risks }), 'it'), filedAt, 'Orto'),
      ),
    );
    expect(Buffer.compare(bytes[0]!, bytes[1]!)).to.not.equal(0);
  });
});

describe('figures on the sheet', () => {
  it('are exact, in the notation of the language', () => {
    const [it, en] = languages.map((language) => figuresOf(language));
    expect([it?.euro(123_456_789), en?.euro(123_456_789)]).to.deep.equal([
      '1.234.567,89\u00a0€',
      '€1,234,567.89',
    ]);
    expect([it?.euro(5), en?.euro(100_000)]).to.deep.equal(['0,05\u00a0€', '€1,000']);
    expect([it?.percent(350), en?.percent(25)]).to.deep.equal(['3,50\u00a0%', '0.25\u00a0%']);
    expect([it?.day('2027-12-31'), en?.day('2027-01-02')]).to.deep.equal([
      '31 dicembre 2027',
      '2 January 2027',
    ]);
    expect(it?.moment(Date.UTC(2026, 6, 1, 22, 30))).to.equal('2 luglio 2026, 00:30 (Europe/Rome)');
  });
});
