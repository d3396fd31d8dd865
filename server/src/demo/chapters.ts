import type { FieldComment } from '@piazza/shared/contract';
import type { ShownName } from './cast.ts';
import { laterIssue, type Venture } from './venture.ts';
import { ventures } from './ventures/index.ts';

/** Days before (negative) or after the moment at which the story is told. */
export type Days = number;

/** A commitment of an investor whom newcomers may play. */
export interface OwnCommitment {
  readonly by: ShownName;
  readonly lots: number;
  readonly at: Days;
  readonly revokedAt?: Days;
}

/** How an offer has filled: cents committed as a share of its hard cap, and what the shown investors did. */
export interface Fill {
  readonly level: number;
  readonly own: readonly OwnCommitment[];
}

/** What became of a listing when it was first looked at. */
export interface SentBack {
  readonly at: Days;
  readonly reason: string;
  readonly comments: readonly FieldComment[];
  /** When the issuer had answered; absent where it has not yet. */
  readonly again?: Days;
}

/** One listing of the story, as far as its life has come. */
export interface Chapter {
  readonly venture: Venture;
  readonly drafted: Days;
  readonly submitted?: Days;
  /** When each operator took it. */
  readonly taken?: readonly Days[];
  readonly sentBack?: SentBack;
  /** When each operator approved it. */
  readonly approved?: readonly [Days, Days];
  readonly published?: Days;
  readonly opens?: Days;
  readonly closes: Days;
  readonly fill?: Fill;
  readonly cancelled?: { readonly at: Days; readonly reason: string };
  /** What its issuer has disclosed since it was funded. */
  readonly told?: { readonly at: Days; readonly words: string };
  /** Whether it is kept for the day when few offers are open. */
  readonly reserved?: boolean;
}

/** The usual way to an admission that is complete on that day. */
const admitted = (on: Days) => ({
  drafted: on - 8.3,
  submitted: on - 5.6,
  taken: [on - 4.8, on - 4.1] as const,
  approved: [on - 1.3, on] as const,
});

const own = (by: ShownName, lots: number, at: Days, revokedAt?: Days): OwnCommitment =>
  revokedAt === undefined ? { by, lots, at } : { by, lots, at, revokedAt };

const v = ventures;

/** The past: what was funded, what missed its soft cap, what was stopped. */
const past: readonly Chapter[] = [
  {
    venture: v.repairCommons,
    ...admitted(-62),
    published: -61.4,
    closes: -38,
    told: {
      at: -6.4,
      words:
        'La consegna di una parte delle attrezzature è slittata di cinque settimane: quest’anno le riparazioni saranno meno del previsto. I costi restano quelli annunciati.',
    },
    fill: {
      level: 1.38,
      own: [own('community', 12, -58.2), own('retail', 30, -55.7), own('institutional', 300, -44.1)],
    },
  },
  {
    venture: v.serre,
    ...admitted(-57),
    published: -56.2,
    closes: -26,
    fill: { level: 0.82, own: [own('community', 6, -50.3), own('retail', 8, -41.9)] },
  },
  {
    venture: v.chiaviInPrestito,
    ...admitted(-44),
    published: -43.5,
    closes: -17,
    fill: { level: 1.07, own: [own('community', 15, -39.4), own('retail', 10, -31.2, -29.8)] },
  },
  {
    venture: v.vecchiaScuola,
    ...admitted(-52),
    published: -51,
    closes: -12,
    fill: { level: 0.31, own: [own('retail', 6, -33.3), own('institutional', 100, -20.5)] },
  },
  {
    venture: v.ultimoChilometro,
    ...admitted(-36),
    published: -35.2,
    closes: 10,
    fill: { level: 0.44, own: [own('retail', 4, -30.6)] },
    cancelled: {
      at: -21.4,
      reason:
        'Il contratto con il secondo corriere, citato come firmato, non lo era. L’emittente non ha corretto la scheda entro il termine: tutte le adesioni sono rilasciate.',
    },
  },
];

/** The present: offers that fill, each at another point of its life. */
const present: readonly Chapter[] = [
  {
    venture: v.pictureHouse,
    ...admitted(-34),
    published: -33.1,
    closes: -8,
    fill: { level: 0.93, own: [own('community', 10, -24.6), own('institutional', 60, -13.2)] },
  },
  {
    venture: v.neighbourly,
    ...admitted(-30),
    published: -29,
    closes: -1.2,
    fill: { level: 1.04, own: [own('retail', 4, -9.4), own('institutional', 120, -3.1)] },
  },
  {
    venture: v.terraComune,
    ...admitted(-27),
    published: -26.3,
    closes: 1.7,
    fill: { level: 0.88, own: [own('community', 5, -22.8), own('institutional', 700, -12.3)] },
  },
  {
    venture: v.soleDiValle,
    ...admitted(-20),
    published: -19.2,
    closes: 9,
    fill: { level: 1.68, own: [own('community', 4, -18.9), own('retail', 25, -1.3)] },
  },
  {
    venture: v.fornoAperto,
    drafted: -29.5,
    submitted: -25.2,
    taken: [-24.4],
    sentBack: {
      at: -23.8,
      reason: 'Il confronto è convincente ma manca la fonte dei dati.',
      comments: [
        {
          field: 'texts.counterfactual',
          text: 'Da dove viene «uno su nove»? Indicate l’anno e chi ha contato.',
        },
        { field: 'facts.target', text: 'Venti contratti contemporanei o in totale? Ditelo anche nel testo.' },
      ],
      again: -21.6,
    },
    approved: [-19.7, -18.1],
    published: -17.5,
    closes: 20,
    fill: { level: 0.645, own: [own('retail', 10, -11.8), own('community', 4, -0.9)] },
  },
  {
    venture: v.cassaComune,
    ...admitted(-13),
    published: -12.4,
    closes: 31,
    fill: { level: 0.38, own: [own('institutional', 300, -6.7), own('retail', 12, -2.2)] },
  },
  {
    venture: v.casaDelViale,
    ...admitted(-2.6),
    published: -1.9,
    closes: 43,
    fill: { level: 0.12, own: [own('community', 3, -1.1)] },
  },
];

/** The near future: what is still being written, read, or waits for its day. */
const coming: readonly Chapter[] = [
  { venture: v.slowLine, ...admitted(-3.4), published: -2.8, opens: 5, closes: 40 },
  { venture: v.lavanderia, ...admitted(-0.6), closes: 55 },
  { venture: laterIssue(v.repairCommons, 2), ...admitted(-7), closes: 120, reserved: true },
  { venture: laterIssue(v.chiaviInPrestito, 2), ...admitted(-4), closes: 150, reserved: true },
  { venture: v.officinaDigitale, drafted: -9, submitted: -2.4, taken: [-1.6], closes: 60 },
  { venture: v.campanella, drafted: -6.2, submitted: -0.8, closes: 65 },
  {
    venture: v.bottega,
    drafted: -11,
    submitted: -4.4,
    taken: [-3.7, -3.2],
    sentBack: {
      at: -1.4,
      reason: 'Due risposte mancano ancora: poi siamo pronti ad approvare.',
      comments: [
        { field: 'texts.contribution', text: 'Il bando deserto due volte: allegate o citate gli atti.' },
        {
          field: 'texts.evidencePlan',
          text: 'Come evitate di contare due volte chi fa la spesa in due giorni diversi?',
        },
        {
          field: 'facts.minimumTicket',
          text: 'Con 100 € di minimo escludete una parte del quartiere: valutate 20 €.',
        },
      ],
    },
    closes: 50,
  },
  { venture: v.pasticceria, drafted: -3.1, closes: 70 },
];

/** Every listing of the story. */
export const chapters: readonly Chapter[] = [...past, ...present, ...coming];

/** Days before now at which the story begins. */
export const begins: Days = -75;
