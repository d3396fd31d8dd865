import { changesCapital, type Locale } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import type { Sheet, SheetContent, SheetItem, SheetPart } from './content.ts';
import { figuresOf, type Figures } from './figures.ts';
import { sheetWords, type FieldName, type SheetWords } from './words.ts';

/** What every part is worded from. */
interface Wording {
  readonly content: SheetContent;
  readonly words: SheetWords;
  readonly figures: Figures;
}
type Items = readonly (readonly [FieldName, string])[];

const told = (text: string, words: SheetWords): string =>
  text.trim() === '' ? words.notStated : text.trim();
const paragraphs = (...texts: readonly string[]): string =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join('\n\n');
const euroOr = (cents: number | null, { words, figures }: Wording): string =>
  cents === null ? words.notStated : figures.euro(cents);
const closing = ({ content, words, figures }: Wording): string =>
  content.facts.closesAt === null ? words.notStated : figures.moment(content.facts.closesAt);
const instrumentOf = ({ content, words }: Wording): string =>
  words.instruments[content.facts.instrument ?? ''] ?? words.notStated;

function overview(wording: Wording): Items {
  const { content, words } = wording;
  const { softCap, hardCap } = content.facts;
  return [
    ['identifier', content.listing],
    ['owner', words.owner(content.organisation.name, content.texts.title)],
    ['type', words.type(instrumentOf(wording))],
    ['target', words.target(euroOr(softCap, wording), euroOr(hardCap, wording))],
    ['deadline', closing(wording)],
  ];
}

function impact({ content, words, figures }: Wording): string {
  const { texts, facts } = content;
  return words.impact({
    outcome: told(texts.outcome, words),
    unit: told(texts.indicatorUnit, words),
    baseline: figures.whole(facts.baseline ?? 0),
    target: figures.whole(facts.target ?? 0),
    day: facts.targetDate === null ? words.notStated : figures.day(facts.targetDate),
    indicator: facts.indicator ?? words.notStated,
    sdg: facts.sdgTarget ?? words.notStated,
  });
}

/** Who owns the issuer, on one line. */
const ownersOf = ({ content, figures }: Wording): string =>
  (content.organisation.owners ?? [])
    .map(({ name, shareBps }) => (shareBps === null ? name : `${name}: ${figures.percent(shareBps)}`))
    .join('; ');

function owner(wording: Wording): Items {
  const { content, words } = wording;
  const { organisation, texts } = content;
  const form = words.legalForms[organisation.legalForm] ?? '';
  const identity = [organisation.name, form, organisation.register ?? '', organisation.place];
  return [
    ['identity', identity.filter((text) => text !== '').join(', ')],
    ['management', told(paragraphs(texts.team, ownersOf(wording)), words)],
    ['contact', told(paragraphs(texts.contact, organisation.website), words)],
    ['responsible', paragraphs(told(texts.responsible, words), words.statement)],
    ['activities', told(paragraphs(texts.activities), words)],
    ['accounts', told(texts.accounts, words)],
    ['figures', told(texts.figures, words)],
    ['project', told(paragraphs(texts.tagline, texts.story), words)],
    ['useOfProceeds', told(texts.useOfProceeds, words)],
    ['impact', impact(wording)],
  ];
}

function process(wording: Wording): Items {
  const { content, words } = wording;
  const { facts, texts } = content;
  const change = changesCapital(facts.instrument) ? told(texts.capitalChange, words) : words.capitalSame;
  return [
    ['minimum', words.minimum(euroOr(facts.softCap, wording), content.completedOffers)],
    ['until', closing(wording)],
    ['missed', words.missed],
    ['maximum', euroOr(facts.hardCap, wording)],
    ['ownFunds', euroOr(facts.ownFunds, wording)],
    ['capitalChange', change],
  ];
}

const risks = ({ content: { texts }, words }: Wording): Items => [
  ['riskProject', told(texts.risks, words)],
  ['riskSector', told(texts.riskSector, words)],
  ['riskDefault', told(texts.riskDefault, words)],
  ['riskReturn', told(texts.riskReturn, words)],
  ['riskPlatform', words.riskPlatform],
  ['riskLiquidity', told(texts.riskLiquidity, words)],
  ['riskOther', told(paragraphs(texts.impactRisk, texts.riskOther), words)],
];

function interest({ content, words, figures }: Wording): Items {
  const { couponBps, accrual, maturityDate } = content.facts;
  if (couponBps === null) return [['interest', words.noInterest]];
  const rate = figures.percent(couponBps);
  const terms = words.interest(rate, words.accrual[accrual ?? 'none']);
  return [
    ['interest', paragraphs(terms, content.texts.interestTerms, words.interestAndYield(rate))],
    ['maturity', maturityDate === null ? words.notStated : figures.day(maturityDate)],
  ];
}

function securities(wording: Wording): Items {
  const { content, words, figures } = wording;
  const { price, lot, hardCap, minimumTicket, reserves } = content.facts;
  const units =
    price === null || hardCap === null ? words.notStated : figures.whole(Math.floor(hardCap / price));
  const { community, retail, institutional } = reserves;
  const [first, second, third] = [community, retail, institutional].map((share) => figures.percent(share));
  return [
    ['total', words.total(units, instrumentOf(wording), euroOr(hardCap, wording))],
    ['price', words.price(euroOr(price, wording), figures.whole(lot ?? 1), euroOr(minimumTicket, wording))],
    ['overallotment', words.overallotment(words.reserves(first ?? '', second ?? '', third ?? ''))],
    ['payment', words.payment],
    ['custody', words.custody],
    ['security', told(content.texts.security, words)],
    ['buyBack', told(content.texts.redemption, words)],
    ...interest(wording),
  ];
}

function rights({ content, words }: Wording): Items {
  const { facts, texts } = content;
  const transfer = facts.transferability ?? 'none';
  return [
    ['rights', told(texts.rights, words)],
    ['restrictions', words.transferability[transfer]],
    ['exit', words.exit[transfer === 'none' ? 'none' : 'free']],
    ['voting', changesCapital(facts.instrument) ? words.votingElsewhere : words.notApplicable],
  ];
}

/** What the schedule asks while the version is in force (ECSPR Annex I, H(a)). */
function feesOf({ content: { fees }, words, figures }: Wording): string {
  const share = (bps = 0): string => (bps === 0 ? '' : figures.percent(bps));
  const admissionCents = fees?.admissionCents ?? 0;
  return words.fees({
    commitment: share(fees?.commitmentBps),
    trade: share(fees?.tradeBps),
    success: share(fees?.successBps),
    admission: admissionCents === 0 ? '' : figures.euro(admissionCents),
    vat: figures.percent(policy.vatBps),
  });
}

const redress = (wording: Wording): Items => [
  ['fees', feesOf(wording)],
  ['information', wording.words.information(wording.content.listing)],
  ['complaints', wording.words.complaints],
];

/** The parts of ECSPR Annex I in their order; the overview is the model's of delegated regulation (EU) 2022/2119. */
const parts: readonly (readonly [SheetPart['part'], (wording: Wording) => Items])[] = [
  ['overview', overview],
  ['A', owner],
  ['B', process],
  ['C', risks],
  ['D', securities],
  ['E', ({ content, words }) => [['spv', content.texts.spv.trim() === '' ? words.noSpv : content.texts.spv]]],
  ['F', rights],
  ['G', ({ words }) => [['loans', words.noLoans]]],
  ['H', redress],
  ['I', ({ words }) => [['portfolio', words.notApplicable]]],
];

/** The key investment information sheet of a content in the words of a language; what the issuer wrote stays as written. */
export function wordSheet(content: SheetContent, language: Locale): Sheet {
  const words = sheetWords[language];
  const figures = figuresOf(language);
  const wording = { content, words, figures };
  const itemsOf = (part: SheetPart['part'], items: Items): SheetItem[] =>
    items.map(([name, text]) => ({ field: `${part}.${name}`, label: words.labels[name], text }));
  return {
    language,
    title: words.title,
    subtitle: content.fictional ? `${content.texts.title}. ${words.fictional}` : content.texts.title,
    disclaimer: words.disclaimer,
    warningTitle: words.warningTitle,
    riskWarning: words.riskWarning,
    reflectionTitle: words.reflectionTitle,
    reflection: words.reflection(policy.reflectionDays),
    parts: parts.map(([part, items]) => ({
      part,
      title: words.parts[part],
      items: itemsOf(part, items(wording)),
    })),
    footer: words.footer(content.listing, figures.dayOf(content.filedAt)),
    page: words.page,
  };
}
