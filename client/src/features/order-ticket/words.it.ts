import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  title: 'Scrivi un ordine',
  closed: {
    signIn:
      'Accedi come investitore per comprare e vendere qui. Il book e ogni scambio sono visibili a tutti.',
    role: 'Solo gli investitori negoziano. Il tuo account ha altri ruoli.',
    bulletin:
      'Questo titolo è in bacheca: nulla si scambia da sé, chi è interessato si scambia i contatti tramite la borsa.',
    blocked:
      'La borsa ha fermato le negoziazioni qui. I tuoi ordini, se ce ne sono, si possono ancora cancellare.',
    halted:
      'Le negoziazioni sono sospese. Riprendono con una chiamata, in cui si potranno scrivere di nuovo ordini.',
    uncross:
      'La chiamata è finita e i suoi scambi si stanno regolando. Tra un attimo si accettano di nuovo ordini.',
    until: 'Il mercato è chiuso. Gli ordini si accettano da {{when}}.',
    unplanned: 'Il mercato è chiuso e nessuna seduta è ancora prevista.',
  },
  frozen: 'La chiamata è bloccata: ciò che invii ora non si può ritirare né cambiare prima che finisca.',
  side: { label: 'Comprare o vendere', buy: 'Compra', sell: 'Vendi' },
  type: { label: 'Tipo di ordine', limit: 'A prezzo limite', market: 'Al mercato' },
  price: {
    limit: 'Limite per una quota, €',
    protection: 'Prezzo di protezione, €',
    protection_buy:
      'L’ordine compra ai prezzi migliori che trova, mai sopra questo. Proposto: l’ultimo prezzo prima che una chiamata interrompa le negoziazioni.',
    protection_sell:
      'L’ordine vende ai prezzi migliori che trova, mai sotto questo. Proposto: l’ultimo prezzo prima che una chiamata interrompa le negoziazioni.',
    help: 'A passi di {{tick}}. Accettato tra {{low}} e {{high}}.',
  },
  quantity: {
    label: 'Quote',
    freeCash: '{{amount}} liberi',
    freeUnits_one: '{{units}} quota libera da vendere',
    freeUnits_other: '{{units}} quote libere da vendere',
    all: 'Tutto',
    allOf_one: 'Tutto ciò che è libero: {{units}} quota',
    allOf_other: 'Tutto ciò che è libero: {{units}} quote',
  },
  time: {
    label: 'Quanto resta valido',
    day: 'Ultimo giorno',
    name: {
      auction: 'Solo la prossima asta',
      day: 'Oggi',
      gtc: 'Finché lo cancello',
      gtd: 'Fino a un giorno che scelgo',
      ioc: 'Subito, cancella il resto',
      fok: 'Tutto subito, o niente',
    },
    help: {
      auction: 'Partecipa alla prossima asta. Ciò che l’asta lascia viene cancellato.',
      day: 'Resta fino alla chiusura della seduta di oggi.',
      gtc: 'Resta per tutte le sedute che servono, finché si esegue o lo cancelli.',
      gtd: 'Resta fino alla fine del giorno che scegli, al massimo 90 giorni avanti.',
      ioc: 'Scambia ciò che può in questo momento. Il resto è cancellato, nulla aspetta.',
      fok: 'Scambia solo se può eseguire tutta la quantità in questo momento; altrimenti non succede nulla.',
    },
  },
  advanced: {
    title: 'Altre condizioni',
    minimum: 'Quantità minima (facoltativa)',
    minimumHelp: 'Almeno tante quote devono scambiarsi subito, o l’ordine è rifiutato.',
    selfMatch: 'Se incontra un tuo ordine',
    selfMatchHelp: 'Nessuno scambia con se stesso. Scegli tu quale ordine cede.',
    rule: {
      cancel_newest: 'Si ferma questo ordine',
      cancel_oldest: 'È cancellato l’ordine più vecchio',
      cancel_both: 'Sono cancellati entrambi',
    },
  },
  effect: {
    title: 'Che cosa farebbe ora',
    none: 'Con un prezzo e una quantità, qui vedi quanto costa l’ordine e che cosa fa al book.',
    part: '{{quantity}} a {{price}}',
    upTo: 'altre {{quantity}} a prezzi fino a {{price}}',
    trades_buy: 'Compra {{parts}}.',
    trades_sell: 'Vende {{parts}}.',
    waits_one: 'Nulla si scambia subito: {{quantity}} quota aspetta a {{price}}.',
    waits_other: 'Nulla si scambia subito: {{quantity}} quote aspettano a {{price}}.',
    restWaits_one: 'Il resto, {{quantity}} quota, aspetta a {{price}}.',
    restWaits_other: 'Il resto, {{quantity}} quote, aspetta a {{price}}.',
    behind_one: '{{quantity}} quota sta prima lì.',
    behind_other: '{{quantity}} quote stanno prima lì.',
    dropped_one: '{{quantity}} quota non trova nessuno ed è cancellata.',
    dropped_other: '{{quantity}} quote non trovano nessuno e sono cancellate.',
    not_fillable_one: 'Solo {{filled}} quota potrebbe scambiarsi subito: la borsa lo rifiuterebbe.',
    not_fillable_other: 'Solo {{filled}} quote potrebbero scambiarsi subito: la borsa lo rifiuterebbe.',
    minimum_not_met_one:
      'Solo {{filled}} quota potrebbe scambiarsi subito, meno di quanto chiedi: la borsa lo rifiuterebbe.',
    minimum_not_met_other:
      'Solo {{filled}} quote potrebbero scambiarsi subito, meno di quanto chiedi: la borsa lo rifiuterebbe.',
    interrupts:
      'Lo scambio successivo, a {{price}}, uscirebbe dai limiti: prima una chiamata di alcuni minuti interrompe le negoziazioni.',
    noPrice: 'Se la chiamata finisse ora, non si scambierebbe nulla, con questo ordine o senza.',
    first:
      'Se la chiamata finisse ora, questo ordine porterebbe il primo prezzo: {{price}}, {{volume}} quote scambiate.',
    same: 'Se la chiamata finisse ora, il prezzo resterebbe {{price}} e le quote scambiate passerebbero da {{before}} a {{volume}}.',
    moves:
      'Se la chiamata finisse ora, il prezzo passerebbe da {{before}} a {{price}}, con {{volume}} quote scambiate.',
    shareAll: 'Questo ordine si eseguirebbe per intero.',
    sharePart: 'Si scambierebbero {{filled}} delle sue {{quantity}} quote.',
    shareNone: 'Questo ordine non si eseguirebbe.',
  },
  facts: {
    expected_buy: 'Costo stimato',
    expected_sell: 'Ricavo stimato',
    average: 'Prezzo medio',
    hold: 'Vincolato mentre aspetta',
    free: 'Libero dopo',
    units_one: '{{units}} quota',
    units_other: '{{units}} quote',
  },
  own: {
    call: 'Incontrerebbe un tuo ordine, e la borsa lo rifiuterebbe. Modifica o cancella prima l’altro.',
    cancel_newest: 'Incontrerebbe un tuo ordine: lì questo ordine si ferma.',
    cancel_oldest: 'Incontrerebbe un tuo ordine, che sarebbe cancellato.',
    cancel_both: 'Incontrerebbe un tuo ordine: sarebbero cancellati entrambi.',
  },
  problem: {
    price_missing: 'Scrivi un prezzo.',
    price_unread: 'Questo non è un importo in euro.',
    price_range: 'I prezzi vanno da 1 € a 999,99 €, entro i limiti qui sopra.',
    off_tick: 'Qui i prezzi si muovono a passi di {{tick}}.',
    outside_collar: 'La borsa accetta prezzi tra {{low}} e {{high}}.',
    quantity_missing: 'Scrivi quante quote.',
    quantity_unread: 'Scrivi un numero intero di quote, almeno 1.',
    value_exceeded: 'Un ordine può valere al massimo {{most}}.',
    cash_short: 'Servirebbero {{missing}} in più di quanto è libero.',
    units_short_one: 'Solo {{free}} quota è libera da vendere.',
    units_short_other: 'Solo {{free}} quote sono libere da vendere.',
    day_missing: 'Scegli l’ultimo giorno.',
    day_out: 'Scegli un giorno da oggi al {{last}}.',
    minimum_unread: 'Scrivi un numero intero di quote, o niente.',
    minimum_above: 'La quantità minima non può superare quella dell’ordine.',
  },
  send: {
    buy: 'Compra',
    sell: 'Vendi',
    buyAt: 'Compra {{quantity}} a {{price}}',
    sellAt: 'Vendi {{quantity}} a {{price}}',
  },
  confirm: {
    title: 'È quello che intendi?',
    large: 'L’ordine impegna il {{share}} del denaro che hai libero.',
    far_buy: 'Il prezzo è del {{rate}} sopra l’ultimo, {{from}}.',
    far_sell: 'Il prezzo è del {{rate}} sotto l’ultimo, {{from}}.',
    total_buy: 'Pagheresti al massimo {{total}}. Ciò che si scambia non si annulla.',
    total_sell: 'Riceveresti almeno {{total}} se si esegue tutto. Ciò che si scambia non si annulla.',
  },
  placed: {
    title: 'La borsa ha il tuo ordine.',
    filled_buy_one: '{{quantity}} quota comprata.',
    filled_buy_other: '{{quantity}} quote comprate.',
    filled_sell_one: '{{quantity}} quota venduta.',
    filled_sell_other: '{{quantity}} quote vendute.',
    resting_buy_one: '{{quantity}} quota aspetta nel book, da comprare a {{price}} o meno.',
    resting_buy_other: '{{quantity}} quote aspettano nel book, da comprare a {{price}} o meno.',
    resting_sell_one: '{{quantity}} quota aspetta nel book, da vendere a {{price}} o più.',
    resting_sell_other: '{{quantity}} quote aspettano nel book, da vendere a {{price}} o più.',
    cancelled_one: '{{quantity}} quota non ha trovato nessuno ed è stata cancellata.',
    cancelled_other: '{{quantity}} quote non hanno trovato nessuno e sono state cancellate.',
  },
  unsure: {
    title: 'La borsa non ha ancora risposto.',
    text_buy:
      'Il tuo ordine di comprare {{quantity}} a {{price}} è partito, e forse è stato preso. Chiedere di nuovo è sicuro: vale una volta sola, per quante volte lo chiedi.',
    text_sell:
      'Il tuo ordine di vendere {{quantity}} a {{price}} è partito, e forse è stato preso. Chiedere di nuovo è sicuro: vale una volta sola, per quante volte lo chiedi.',
    again: 'Chiedi di nuovo',
  },
};

export default words;
