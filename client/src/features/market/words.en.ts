const words = {
  title: 'Markets',
  lead: 'Holders buy and sell funded issues here. Most trade in call auctions: orders gather, then meet at one price.',
  list: {
    caption: 'Listings admitted to trading',
    market: 'Market',
    phase: 'Session',
    last: 'Last price',
    change: 'Change',
    bid: 'Best bid',
    ask: 'Best ask',
    volume: 'Units traded',
    none: '–',
  },
  emptyTitle: 'No issue trades here yet',
  emptyText:
    'Once an offer is funded and its terms let units change hands, an operator may open a market for it. From then on its holders can sell, and others can buy from them.',
  emptyAction: 'See the offers',
  back: 'Markets',
  venture: 'The venture and its impact',
  blocked: 'The venue has stopped trading here. Orders are refused until it lets them in again.',
  bulletin:
    'This is a bulletin board. What people post here binds nobody and nothing is matched: those interested get in touch with each other.',
  quote: {
    label: 'Figures of the market',
    last: 'Last price',
    noLast: 'no trade yet',
    change: '{{change}} against the reference',
    unchanged: 'at the reference',
    reference: 'Reference price',
    source: { auction: 'of the last auction', issue: 'price of the issue' },
    range: 'Low and high, {{when}}',
    volume: 'Units traded, {{when}}',
    turnover: 'for {{turnover}}',
    today: 'today',
    collar: 'Order limits',
    between: '{{low}} – {{high}}',
    holders: 'Holders',
    none: '–',
  },
  call: {
    title: 'If the call ended now',
    price: 'Indicative price',
    volume: 'Would trade',
    surplus: 'Left over',
    units_one: '{{units}} unit',
    units_other: '{{units}} units',
    even: 'nothing',
    buyers: '{{units}} wanted',
    sellers: '{{units}} for sale',
    inWords: '{{units}} would change hands at {{price}}. {{surplus}}',
    leftBuyers: 'Buyers would still want {{units}} at that price.',
    leftSellers: 'Sellers would still offer {{units}} at that price.',
    leftNobody: 'Nobody would be left over at that price.',
    nothing: 'Nothing would trade yet: no buyer offers as much as any seller asks.',
    outside:
      'This price lies outside the collar of {{low}} to {{high}}. If it stays there, the call is extended.',
  },
  panel: {
    book: 'Order book',
    price: 'Price',
    depth: 'Depth',
    trades: 'Trades',
    views: 'Views of the market',
  },
  book: {
    emptyTitle: 'Nobody waits in the book',
    emptyText:
      'An order that finds no counterpart waits here, at its price, in the order of arrival. The first one may be yours.',
  },
  tape: {
    emptyText: 'Trades appear here as they happen, newest first.',
    csv: 'All trades as CSV',
  },
  auctions: {
    title: 'Past auctions',
    at: 'Held',
    price: 'Price',
    noPrice: 'no price',
    volume: 'Units',
    surplus: 'Left over',
    buyers: '{{units}} wanted',
    sellers: '{{units}} for sale',
    even: '–',
    trades: 'Trades',
    extensions: 'Extensions',
    empty: 'No call has ended here yet. Each one will leave its price, its units and what was left over.',
  },
  stale: {
    lost: 'The connection is lost: this book is out of date.',
    resyncing: 'Something was missed: the book is being read again.',
    loading: 'Reading the book',
  },
  how: {
    title: 'How this market works',
    call: 'Call auction',
    callText:
      'For a while orders only gather. Then they all meet at the one price at which most units change hands. Whoever offered more, or asked for less, gets that price too. So few orders are enough for a fair price, and being fastest wins nothing.',
    freeze: 'Freeze and random end',
    freezeText:
      'Shortly before the end no order may be taken back, and the end itself is drawn by lot within a minute: nobody can pretend until the last moment.',
    collar: 'Collar',
    collarText:
      'An auction may not move the price by more than {{share}} from its reference in one step. If it would, the call is extended so that others can answer; after {{times}} extensions nothing trades and an operator looks at it.',
    continuous: 'Continuous trading',
    continuousText:
      'After the auction an order trades at once with the best one on the other side: first by price, then by time of arrival. A price that runs away leads back into a call.',
    reference: 'Reference price',
    referenceText:
      'What the collar is measured from: the price of the last auction, and before the first one the price at which the units were issued.',
  },
} as const;

export default words;
