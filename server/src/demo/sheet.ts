import type { Instrument, ListingTexts, Locale } from '@piazza/shared/contract';
import * as it from './sheet-words/it.ts';
import * as en from './sheet-words/en.ts';

/** What the key investment information sheet asks beside the story; alike for ventures of one kind, as they are invented. */
export type SheetTexts = Pick<
  ListingTexts,
  | 'activities'
  | 'responsible'
  | 'contact'
  | 'accounts'
  | 'figures'
  | 'capitalChange'
  | 'riskSector'
  | 'riskDefault'
  | 'riskReturn'
  | 'riskLiquidity'
  | 'riskOther'
  | 'interestTerms'
  | 'security'
  | 'rights'
  | 'spv'
>;

/** Instruments that the sheet speaks of in the same words. */
export type Family = 'share' | 'loan' | 'claim' | 'gift';
const families: Readonly<Record<Instrument, Family>> = {
  equity_share: 'share',
  community_share: 'share',
  land_trust_share: 'share',
  bond: 'loan',
  impact_linked_bond: 'loan',
  revenue_share: 'claim',
  outcome_contract_note: 'claim',
  donation_note: 'gift',
};
const familyOf = (instrument: Instrument): Family => families[instrument];

/** Words of one language; `{name}` and `{place}` are the organisation's. */
export interface SheetWords {
  readonly common: Pick<
    SheetTexts,
    'responsible' | 'contact' | 'accounts' | 'figures' | 'riskSector' | 'riskDefault' | 'riskLiquidity'
  >;
  readonly byFamily: Readonly<Record<Family, Pick<SheetTexts, 'rights' | 'riskReturn'>>>;
  readonly capitalChange: string;
  readonly interestTerms: string;
}
const words: Readonly<Record<Locale, SheetWords>> = { it: it.words, en: en.words };

/** The texts of the sheet for an invented organisation that issues such an instrument. */
export function sheetTexts(
  language: Locale,
  instrument: Instrument,
  organisation: { readonly name: string; readonly place: string; readonly about: string },
): SheetTexts {
  const { common, byFamily, capitalChange, interestTerms } = words[language];
  const family = familyOf(instrument);
  const name = organisation.name.replace(' (demo)', '');
  const site = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  const filled = Object.entries(common).map(([key, text]) => [
    key,
    text.replaceAll('{name}', name).replaceAll('{place}', organisation.place).replaceAll('{site}', site),
  ]);
  return {
    ...(Object.fromEntries(filled) as SheetWords['common']),
    activities: organisation.about,
    ...byFamily[family],
    riskOther: '',
    security: '',
    capitalChange: family === 'share' ? capitalChange : '',
    interestTerms: family === 'loan' ? interestTerms : '',
    spv: '',
  };
}
