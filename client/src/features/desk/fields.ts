import type { ListingFacts, ListingTexts } from '@piazza/shared/contract';

export type FieldName = keyof ListingTexts | keyof ListingFacts;
export interface Field {
  readonly name: FieldName;
  /** As the contract names it in comments. */
  readonly path: string;
}

const text = (...names: readonly (keyof ListingTexts)[]): Field[] =>
  names.map((name) => ({ name, path: `texts.${name}` }));
const fact = (...names: readonly (keyof ListingFacts)[]): Field[] =>
  names.map((name) => ({ name, path: `facts.${name}` }));

/** What a reviewer reads, in the order a careful reader asks. */
export const groups: readonly {
  readonly key: 'venture' | 'impact' | 'issue' | 'sheet';
  readonly fields: readonly Field[];
}[] = [
  { key: 'venture', fields: [...text('title', 'tagline'), ...fact('sector'), ...text('story', 'team')] },
  {
    key: 'impact',
    fields: [
      ...text('outcome'),
      ...fact('indicator'),
      ...text('indicatorUnit'),
      ...fact('sdgTarget', 'baseline', 'target', 'targetDate'),
      ...text('what', 'who', 'howMuch', 'contribution', 'impactRisk', 'counterfactual', 'evidencePlan'),
    ],
  },
  {
    key: 'issue',
    fields: [
      ...fact('instrument', 'transferability', 'couponBps', 'accrual', 'price', 'lot', 'softCap', 'hardCap'),
      ...fact('minimumTicket', 'opensAt', 'closesAt', 'reserves'),
      ...text('useOfProceeds', 'risks', 'redemption'),
    ],
  },
  {
    key: 'sheet',
    fields: [
      ...text('activities', 'responsible', 'contact', 'accounts', 'figures'),
      ...fact('ownFunds', 'maturityDate'),
      ...text('interestTerms', 'capitalChange', 'rights', 'security', 'spv'),
      ...text('riskSector', 'riskDefault', 'riskReturn', 'riskLiquidity', 'riskOther'),
    ],
  },
];
