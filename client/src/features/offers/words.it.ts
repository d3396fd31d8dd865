import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  title: 'Offerte',
  lead: 'Tutto ciò che la borsa ha ammesso: che cosa è aperto ora, che cosa apre presto, come sono finite le offerte chiuse.',
  filters: {
    label: 'Filtri',
    q: 'Cerca',
    qHint: 'Titolo, impresa, luogo',
    status: 'Stato',
    sector: 'Settore',
    instrument: 'Strumento',
    sdg: 'SDG',
    sort: 'Ordine',
    any: 'Tutti',
    clear: 'Togli i filtri',
    show: 'Filtra e ordina',
  },
  sort: { closing: 'Prima chi chiude', newest: 'Prima le nuove', progress: 'Prima le più piene' },
  found_one: '{{count}} offerta',
  found_other: '{{count}} offerte',
  foundMore: 'Più di {{count}} offerte',
  emptyTitle: 'Ancora nessuna offerta',
  emptyText:
    'Un’offerta compare quando due operatori hanno approvato l’emissione e l’impresa l’ha aperta. Nel frattempo la piazza mostra che cosa è in arrivo.',
  noneTitle: 'Nulla corrisponde a questi filtri',
  noneText: 'Togline uno, o guarda tutto. Le nuove offerte che corrispondono compariranno qui da sé.',
};

export default words;
