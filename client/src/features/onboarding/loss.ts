import type { Locale } from '@piazza/shared/contract';
import { policy } from '@piazza/shared/policy';
import { readEuro } from '../../ui/EuroInput/read.ts';

/** What is asked, as typed. It stays on this page: nothing of it is kept or sent. */
export interface LossInputs {
  readonly income: string;
  readonly assets: string;
  readonly commitments: string;
}
export const noInputs: LossInputs = { income: '', assets: '', commitments: '' };
export const lossFields = ['income', 'assets', 'commitments'] as const;
export type LossField = (typeof lossFields)[number];

/** Fields that do not read as an amount. */
export const unreadFields = (inputs: LossInputs, locale: Locale): readonly LossField[] =>
  lossFields.filter((field) => readEuro(inputs[field], locale) === null);

export interface Loss {
  /** Net worth in cents, never below zero: net yearly income + liquid assets − yearly commitments. */
  readonly netWorth: number;
  /** A tenth of it, in cents. */
  readonly bearable: number;
  /** What may be shared: a tenth of the net worth rounded down to whole thousands of euro. */
  readonly shared: number;
}

/** Simulates the ability to bear loss (ECSPR art. 21(5)). @param inputs amounts that read as such */
export function simulateLoss(inputs: LossInputs, locale: Locale): Loss {
  const [income = 0, assets = 0, commitments = 0] = lossFields.map(
    (field) => readEuro(inputs[field], locale) ?? 0,
  );
  const netWorth = Math.max(0, income + assets - commitments);
  const tenth = (cents: number): number => Math.floor((cents * policy.bearableLossPercent) / 100);
  const rounded = Math.floor(netWorth / policy.netWorthStepCents) * policy.netWorthStepCents;
  return { netWorth, bearable: tenth(netWorth), shared: tenth(rounded) };
}

/** Cents above which a commitment would ask for more, were the result shared: 5 % of the net worth, at least the usual. */
export const thresholdIf = ({ shared }: Loss): number =>
  Math.max(
    policy.warningThresholdCents,
    Math.floor((shared * policy.warningNetWorthShare) / (policy.bearableLossPercent * 100)),
  );
