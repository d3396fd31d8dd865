const words = {
  title: 'The square, live',
  headline: 'Money for good, raised in the open',
  sentence:
    'Piazza is an exchange where ventures with a measured social impact raise money in public. Every listing, every commitment and every outcome shows here the moment it happens.',
  seeOffers: 'See the offers',
  openAccount: 'Open an account',
  totals: {
    label: 'The venue in figures',
    committed: 'committed to open offers',
    raised: 'raised by funded ventures',
    openOffers: 'open offers',
    commitments: 'commitments',
    fundedVentures: 'funded ventures',
    holders: 'holders of units',
  },
  feed: {
    title: 'As it happens',
    pause: 'Pause',
    resume: 'Go on',
    resumeNew_one: 'Go on, {{count}} new',
    resumeNew_other: 'Go on, {{count}} new',
    now: 'Just now',
    hour: 'In the last hour',
    today: 'Earlier today',
    emptyTitle: 'The square is still empty',
    emptyText:
      'When operators admit a listing, its offer opens and people commit, each step appears here by itself.',
    news_one: '{{count}} new event. Last: {{last}}',
    news_other: '{{count}} new events. Last: {{last}}',
    more: 'Show earlier events',
  },
  kind: {
    listing_admitted: 'Admitted to the venue',
    offer_scheduled: 'Offer announced',
    offer_opened: 'Offer opened',
    committed: '{{amount}} committed',
    revoked: '{{amount}} revoked',
    soft_cap_reached: 'Soft cap reached, with {{amount}}',
    hard_cap_reached: 'Hard cap reached, with {{amount}}',
    offer_closing: 'Closed, with {{amount}}. Decided when the last reflection period ends',
    offer_funded: 'Funded with {{amount}}',
    offer_failed: 'Missed its soft cap: everybody is released',
    offer_cancelled: 'Cancelled: everybody is released',
  },
  closing: {
    title: 'About to close',
    emptyText: 'No offer is open now.',
    all: 'All offers',
  },
} as const;

export default words;
