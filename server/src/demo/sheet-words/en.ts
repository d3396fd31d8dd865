import { prose } from '../prose.ts';
import type { SheetWords } from '../sheet.ts';

export const words: SheetWords = {
  common: {
    responsible: prose`
      The board of {name} as a whole and, for the figures, whoever keeps its books. People invented for this
      demonstration.`,
    contact: '{name}, {place}; info@{site}.example',
    accounts: 'https://{site}.example/accounts',
    figures: prose`
      Revenue of the last three years: €412,000, €447,000, €468,000. Result: €3,000, -€5,000, €6,000. Equity:
      €96,000. Debt to equity: 1.4.`,
    riskSector: prose`
      The sector lives on public contracts and on households with little to spare: when payments are late or
      demand falls, revenue falls with it, and it takes years to come back.`,
    riskDefault: prose`
      {name} may become unable to pay its creditors. Banks and employees then come before those who have
      invested here, and nothing may be left.`,
    riskLiquidity: prose`
      Selling may take long or not succeed at all: nobody is bound to buy, and the price may lie below the one
      paid.`,
  },
  byFamily: {
    share: {
      rights: prose`
        Membership: a vote in the assembly, the annual accounts, a part in dividends or refunds, if any, within
        the limits of the statute.`,
      riskReturn: prose`
        No dividends are planned for the first years and none may ever come; the value of a share may fall to
        zero.`,
    },
    loan: {
      rights: 'Interest and repayment on the dates stated; the annual accounts. No voting rights.',
      riskReturn: prose`
        Interest and principal may be paid late, in part or never. The rate does not make up for a loss of the
        principal.`,
    },
    claim: {
      rights: prose`
        A part of revenue or of payments for outcomes, as far and up to the limit that the terms state. No
        voting rights.`,
      riskReturn: prose`
        What comes back depends on revenue or outcomes that may stay below what is expected: then less than
        what was paid comes back, or nothing.`,
    },
    gift: {
      rights: 'A place on the register of donors and a yearly report. No claim to any payment.',
      riskReturn: 'Neither a return nor repayment is foreseen.',
    },
  },
  capitalChange: prose`
    Before the offer the present members hold all of the capital; if it succeeds, new members will hold up to a
    third. In a co-operative one member keeps one vote.`,
  interestTerms: prose`
    Interest runs from the day the units are delivered and is paid every year on 31 December; the principal is
    repaid as stated under redemption.`,
};
