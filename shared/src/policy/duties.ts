import { cents } from '../values/index.ts';

/** Ongoing duties of issuers and their insiders: MAR art. 18 and 19, DOMAIN §8. Days are calendar days of Europe/Rome. */
export const dutiesPolicy = {
  duties: {
    /** Representatives are reminded so long before a report is due. Design. */
    remindDaysBefore: [30, 7, 0],
    /** … and, from the day after, this often while nothing is filed. Design. */
    remindLateDays: 7,
    /** A later impact report suspends trading. DOMAIN §8, practice. */
    suspendAfterDays: 30,
    /** After so many years without one the issue is delisted: 12 months. DOMAIN §8, practice. */
    delistAfterYears: 1,
    /** What an issuer has for changes that are asked for when it is late already. Design. */
    changesDays: 14,
    /** Within which the desk looks at a report that was filed. Design. */
    reportReviewMs: 5 * 86_400_000,
    /** Month and day by which the financial statements of the year before are there: codice civile art. 2364 and 2435. */
    statementMonth: 6,
    statementDate: 30,
    /** Insiders do not trade this long before a report. MAR art. 19(11), DOMAIN §8. */
    closedPeriodDays: 30,
    /** Nobody trades this long before a payment to holders. DOMAIN §8, practice. */
    paymentStopDays: 3,
    /** A payment is declared at least so long before its day, so that the market knows before it stops. Design. */
    paymentNoticeDays: 5,
    /** Furthest day ahead that a payment is declared for. Design. */
    paymentAheadDays: 366,
    /** Managers declare what they traded within so many business days. MAR art. 19(1). */
    managerTradeDays: 3,
    /** What a manager trades within a calendar year before anything has to be declared. MAR art. 19(8), regulation 2024/2809. */
    managerTradesYearCents: cents(2_000_000),
    /** Entries of one insider list, and declared trades of one issue. Design. */
    insidersMost: 500,
    managerTradesMost: 5_000,
  },
} as const;
