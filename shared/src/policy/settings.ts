/** How a setting is counted: cents, hundredths of a percent, or milliseconds of which people see whole days. */
export type SettingUnit = 'cents' | 'basis_points' | 'days_ms';

/** What the venue may change of its policy by itself, and within what. */
export interface SettingBounds {
  readonly unit: SettingUnit;
  /** Smallest and largest value. `law`: the number of the policy table itself is the bound. */
  readonly least: number | 'law';
  readonly most: number | 'law';
  readonly source: string;
}

const DAY_MS = 86_400_000;

/**
 * Numbers of the policy table that two persons of the venue may change together while it runs.
 * Those that protect investors or guard against money laundering only become stricter.
 */
export const settings = {
  /** RTS 7 asks for a maximum; how much is the venue's to say. Design. */
  maxOrderValueCents: {
    unit: 'cents',
    least: 100_000,
    most: 100_000_000,
    source: 'RTS 7 (2017/589) art. 15(1)(b)',
  },
  /** RTS 7 asks for price collars; how wide is the venue's to say. Design. */
  orderCollar: {
    unit: 'basis_points',
    least: 500,
    most: 9_000,
    source: 'RTS 7 (2017/589) art. 15(1)(a)',
  },
  /** ECSPR art. 21(7): the law's number is the highest. */
  warningThresholdCents: { unit: 'cents', least: 0, most: 'law', source: 'ECSPR art. 21(7)' },
  /** Directive 2015/849 art. 11: single transactions from here on are looked at. */
  amlTransactionCents: { unit: 'cents', least: 10_000, most: 'law', source: 'DOMAIN §8, 2015/849 art. 11' },
  /** The directive's number is the smallest; who is obliged by D.Lgs. 231/2007 art. 31(3) keeps them for ten years. */
  identityKeptMs: {
    unit: 'days_ms',
    least: 'law',
    most: 10 * 366 * DAY_MS,
    source: '2015/849 art. 40(1)(a), D.Lgs. 231/2007 art. 31(3)',
  },
  /** Withdrawals of one day that leave without a second person. */
  withdrawalAloneCents: { unit: 'cents', least: 0, most: 10_000_000, source: 'Design' },
  approvalLifeMs: { unit: 'days_ms', least: DAY_MS, most: 30 * DAY_MS, source: 'Design' },
} as const satisfies Record<string, SettingBounds>;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as SettingName[];
