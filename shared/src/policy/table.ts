/** How a number of the policy is counted. */
export type PolicyUnit = 'cents' | 'basis_points' | 'percent' | 'days' | 'days_ms' | 'seconds_ms' | 'count';

/** A number of the policy that nobody changes while the venue runs, with where it comes from. */
export interface PolicyEntry {
  readonly name: string;
  readonly unit: PolicyUnit;
  readonly source: string;
}

/** What the venue's people are shown of the policy table beside its settings, in the order of their reading. */
export const policyTable = [
  { name: 'issuerCapCents', unit: 'cents', source: 'ECSPR art. 1(2)(c)' },
  { name: 'issuerCapWindowMs', unit: 'days_ms', source: 'ECSPR art. 1(2)(c)' },
  { name: 'reflectionDays', unit: 'days', source: 'ECSPR art. 22(3)' },
  { name: 'warningNetWorthShare', unit: 'basis_points', source: 'ECSPR art. 21(7)' },
  { name: 'knowledgeQuestions', unit: 'count', source: 'ECSPR art. 21(1), Design' },
  { name: 'knowledgePassMark', unit: 'count', source: 'ECSPR art. 21(1), Design' },
  { name: 'knowledgeLifeMs', unit: 'days_ms', source: 'ECSPR art. 21(3)' },
  { name: 'bearableLossPercent', unit: 'percent', source: 'ECSPR art. 21(5)' },
  { name: 'lossSimulationLifeMs', unit: 'days_ms', source: 'ECSPR art. 21(5)' },
  { name: 'classLifeMs', unit: 'days_ms', source: 'ECSPR Annex II(IV)' },
  { name: 'identityApprovalFromCents', unit: 'cents', source: '2024/1624 art. 19(1)(b), DOMAIN §8' },
  { name: 'retention', unit: 'basis_points', source: 'Practice' },
  { name: 'impactReportDueMs', unit: 'days_ms', source: 'Practice' },
  { name: 'offerMinMs', unit: 'days_ms', source: 'Design' },
  { name: 'offerMaxMs', unit: 'days_ms', source: 'Design' },
  { name: 'auctionCollar', unit: 'basis_points', source: 'DOMAIN §6' },
  { name: 'staticCollar', unit: 'basis_points', source: 'Design' },
  { name: 'dynamicCollar', unit: 'basis_points', source: 'Design' },
  { name: 'extensionMs', unit: 'seconds_ms', source: 'Practice (Borsa Italiana)' },
  { name: 'randomEndMs', unit: 'seconds_ms', source: 'Practice' },
  { name: 'goodTillDays', unit: 'days', source: 'DOMAIN §6' },
  { name: 'openOrdersPerAccount', unit: 'count', source: 'Design' },
] as const satisfies readonly PolicyEntry[];
