const words = {
  title: 'Offers',
  lead: 'Everything the venue has admitted: what is open now, what opens soon, and how the closed ones ended.',
  filters: {
    label: 'Filters',
    q: 'Search',
    qHint: 'Title, venture, place',
    status: 'Status',
    sector: 'Sector',
    instrument: 'Instrument',
    sdg: 'SDG',
    sort: 'Order',
    any: 'Any',
    clear: 'Clear the filters',
    show: 'Filter and sort',
  },
  sort: { closing: 'Closing first', newest: 'Newest first', progress: 'Fullest first' },
  found_one: '{{count}} offer',
  found_other: '{{count}} offers',
  foundMore: 'More than {{count}} offers',
  emptyTitle: 'No offer here yet',
  emptyText:
    'An offer appears once two operators have approved its listing and the venture has opened it. Until then, the square shows what is on its way.',
  noneTitle: 'Nothing matches these filters',
  noneText: 'Take one away, or look at everything. New offers that match will appear here by themselves.',
} as const;

export default words;
