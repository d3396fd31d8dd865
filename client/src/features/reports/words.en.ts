const words = {
  title: 'Reports',
  lead: 'What the law and the work of the desk ask for, as a table for programs and as a paper to file. All of it is confidential.',
  which: 'Which report',
  from: 'First day',
  to: 'Last day',
  toHelp: 'Europe/Rome, at most 366 days.',
  listing: 'Which market',
  listingHelp: 'Orders and trades are those of one market.',
  noMarkets: 'No issue trades yet: orders and trades will be reported here once one does.',
  language: 'Language',
  it: 'Italian',
  en: 'English',
  csv: 'Download CSV',
  pdf: 'Download PDF',
  done: '{{name}} was downloaded.',
  report: {
    projects: 'Confidential list of projects',
    complaints: 'Register of complaints',
    conflicts: 'Register of conflicts of interest',
    default_rates: 'Default rates of loans',
    alerts: 'Alerts of surveillance and their end',
    orders: 'Records of orders',
    trades: 'Trades',
  },
  about: {
    projects:
      'Each offer decided in the period, with what was raised and from whom, by protection (ECSPR art. 16). Due every year.',
    complaints:
      'Each complaint with its dates, whether it was answered in time, and its end (ECSPR art. 7). No words.',
    conflicts: 'Interests that people of the venue declared and that stood in the period (ECSPR art. 8).',
    default_rates:
      'Loans by year of issue and how long they have been observed (ECSPR art. 20). Payments of issuers are not recorded yet.',
    alerts: 'How many alerts each detector raised, and what became of them.',
    orders: 'Every step of every order of a market, by account, to the millisecond.',
    trades: 'Every trade of a market.',
  },
} as const;

export default words;
