import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  title: 'La piazza, in diretta',
  headline: 'Denaro per il bene comune, raccolto alla luce del sole',
  sentence:
    'Piazza è una borsa dove imprese dall’impatto sociale misurato raccolgono denaro in pubblico. Ogni emissione, ogni impegno e ogni esito compare qui nel momento in cui accade.',
  seeOffers: 'Guarda le offerte',
  openAccount: 'Apri un conto',
  totals: {
    label: 'La borsa in cifre',
    committed: 'impegnati nelle offerte aperte',
    raised: 'raccolti dalle imprese finanziate',
    openOffers: 'offerte aperte',
    commitments: 'impegni',
    fundedVentures: 'imprese finanziate',
    holders: 'titolari di quote',
  },
  feed: {
    title: 'Che cosa accade',
    pause: 'Pausa',
    resume: 'Riprendi',
    resumeNew_one: 'Riprendi, {{count}} novità',
    resumeNew_other: 'Riprendi, {{count}} novità',
    now: 'In questo momento',
    hour: 'Nell’ultima ora',
    today: 'Oggi',
    emptyTitle: 'La piazza è ancora vuota',
    emptyText:
      'Quando gli operatori ammettono un’emissione, la sua offerta apre e le persone si impegnano, ogni passo compare qui da sé.',
    news_one: '{{count}} novità. Ultima: {{last}}',
    news_other: '{{count}} novità. Ultima: {{last}}',
    more: 'Mostra i precedenti',
  },
  kind: {
    listing_admitted: 'Ammessa alla borsa',
    offer_scheduled: 'Offerta annunciata',
    offer_opened: 'Offerta aperta',
    committed: '{{amount}} impegnati',
    revoked: '{{amount}} revocati',
    soft_cap_reached: 'Soglia minima raggiunta, con {{amount}}',
    hard_cap_reached: 'Soglia massima raggiunta, con {{amount}}',
    offer_closing: 'Chiusa, con {{amount}}. Si decide alla fine dell’ultimo periodo di riflessione',
    offer_funded: 'Finanziata con {{amount}}',
    offer_failed: 'Sotto la soglia minima: tutti gli impegni sono liberati',
    offer_cancelled: 'Annullata: tutti gli impegni sono liberati',
    trading_opened: 'Ammessa alla negoziazione',
    auction_result: '{{amount}} scambiati in un’asta',
    trading_halted: 'Negoziazione sospesa',
    trading_resumed: 'La negoziazione riprende con un’asta',
    call_terms_set: 'La prossima asta ha un altro riferimento o altri limiti di prezzo',
  },
  closing: {
    title: 'Stanno per chiudere',
    emptyText: 'Ora nessuna offerta è aperta.',
    all: 'Tutte le offerte',
  },
};

export default words;
