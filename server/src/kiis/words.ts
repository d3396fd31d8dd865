import type { Locale } from '@piazza/shared/contract';
import type { SheetPart } from './content.ts';
import { en } from './words.en.ts';
import { it } from './words.it.ts';

export type FieldName =
  | 'identifier'
  | 'owner'
  | 'type'
  | 'target'
  | 'deadline'
  | 'identity'
  | 'management'
  | 'contact'
  | 'responsible'
  | 'activities'
  | 'accounts'
  | 'figures'
  | 'project'
  | 'useOfProceeds'
  | 'impact'
  | 'minimum'
  | 'until'
  | 'missed'
  | 'maximum'
  | 'ownFunds'
  | 'capitalChange'
  | 'riskProject'
  | 'riskSector'
  | 'riskDefault'
  | 'riskReturn'
  | 'riskPlatform'
  | 'riskLiquidity'
  | 'riskOther'
  | 'total'
  | 'price'
  | 'overallotment'
  | 'payment'
  | 'custody'
  | 'security'
  | 'buyBack'
  | 'interest'
  | 'maturity'
  | 'spv'
  | 'rights'
  | 'restrictions'
  | 'exit'
  | 'voting'
  | 'loans'
  | 'fees'
  | 'information'
  | 'complaints'
  | 'portfolio';

export interface ImpactFigures {
  readonly outcome: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
  readonly day: string;
  readonly indicator: string;
  readonly sdg: string;
}

/** What the sheet says in one language, whoever the issuer is. */
export interface SheetWords {
  readonly title: string;
  readonly fictional: string;
  /** Text of regulation (EU) 2020/1503 art. 23(6)(b), OJ L 347, 20.10.2020, in its language. */
  readonly disclaimer: string;
  readonly warningTitle: string;
  /** Text of regulation (EU) 2020/1503 art. 23(6)(c), in its language, without the footnotes of its directives. */
  readonly riskWarning: string;
  readonly reflectionTitle: string;
  readonly reflection: (days: number) => string;
  readonly footer: (listing: string, day: string) => string;
  readonly page: (page: number, of: number) => string;
  readonly parts: Readonly<Record<SheetPart['part'], string>>;
  readonly labels: Readonly<Record<FieldName, string>>;
  readonly legalForms: Readonly<Record<string, string>>;
  readonly instruments: Readonly<Record<string, string>>;
  readonly transferability: Readonly<Record<'free' | 'with_consent' | 'none', string>>;
  readonly accrual: Readonly<Record<'none' | 'act_365' | '30_360', string>>;
  readonly statement: string;
  readonly notStated: string;
  readonly notApplicable: string;
  readonly owner: (name: string, title: string) => string;
  readonly type: (instrument: string) => string;
  readonly target: (soft: string, hard: string) => string;
  readonly minimum: (soft: string, done: number) => string;
  readonly missed: string;
  readonly capitalSame: string;
  readonly impact: (figures: ImpactFigures) => string;
  readonly riskPlatform: string;
  readonly total: (units: string, instrument: string, hard: string) => string;
  readonly price: (price: string, lot: string, minimum: string) => string;
  readonly overallotment: (reserves: string) => string;
  readonly reserves: (community: string, retail: string, institutional: string) => string;
  readonly payment: string;
  readonly custody: string;
  readonly interest: (rate: string, accrual: string) => string;
  readonly interestAndYield: (rate: string) => string;
  readonly noInterest: string;
  readonly noSpv: string;
  readonly exit: { readonly free: string; readonly none: string };
  readonly votingElsewhere: string;
  readonly noLoans: string;
  /** Each empty where nothing is asked for it; percent and euro as they are written. */
  readonly fees: (fees: {
    readonly commitment: string;
    readonly trade: string;
    readonly success: string;
    readonly admission: string;
    readonly vat: string;
  }) => string;
  readonly information: (listing: string) => string;
  readonly complaints: string;
}

export const sheetWords: Readonly<Record<Locale, SheetWords>> = { it, en };
