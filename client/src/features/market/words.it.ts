import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  title: 'Mercati',
  lead: 'Qui chi possiede quote di emissioni finanziate le compra e le vende. Quasi tutte si scambiano in aste a chiamata: gli ordini si raccolgono, poi si incontrano a un solo prezzo.',
  list: {
    caption: 'Emissioni ammesse alla negoziazione',
    market: 'Mercato',
    phase: 'Seduta',
    last: 'Ultimo prezzo',
    change: 'Variazione',
    bid: 'Miglior acquisto',
    ask: 'Miglior vendita',
    volume: 'Quote scambiate',
    none: '–',
  },
  emptyTitle: 'Qui non si negozia ancora nulla',
  emptyText:
    'Quando un’offerta è finanziata e le sue condizioni permettono di cedere le quote, un operatore può aprirle un mercato. Da allora chi le possiede può venderle, e altri possono comprarle.',
  emptyAction: 'Vedi le offerte',
  back: 'Mercati',
  venture: 'L’impresa e il suo impatto',
  blocked: 'La borsa ha fermato gli scambi qui. Gli ordini sono respinti finché non li riammette.',
  quote: {
    label: 'Cifre del mercato',
    last: 'Ultimo prezzo',
    noLast: 'ancora nessuno scambio',
    change: '{{change}} sul riferimento',
    unchanged: 'pari al riferimento',
    reference: 'Prezzo di riferimento',
    source: {
      auction: 'dell’ultima asta',
      issue: 'prezzo di emissione',
      desk: 'fissato per la prossima asta',
    },
    range: 'Minimo e massimo, {{when}}',
    volume: 'Quote scambiate, {{when}}',
    turnover: 'per {{turnover}}',
    today: 'oggi',
    collar: 'Limiti degli ordini',
    between: '{{low}} – {{high}}',
    holders: 'Possessori',
    none: '–',
  },
  terms: {
    title: 'La prossima asta ha condizioni proprie',
    reference: 'Si misura da un riferimento di {{reference}}, fissato da due operatori.',
    collar: 'I suoi limiti di prezzo sono più larghi: {{share}} invece di {{usual}}.',
    means: 'Scambia a un prezzo da {{low}} a {{high}}. Quando è finita, vale di nuovo la regola solita.',
    why: 'Perché, nelle parole della borsa: «{{reason}}»',
    since: 'Deciso il {{date}}.',
  },
  call: {
    title: 'Se la chiamata finisse ora',
    price: 'Prezzo indicativo',
    volume: 'Si scambierebbero',
    surplus: 'Resterebbero',
    units_one: '{{units}} quota',
    units_other: '{{units}} quote',
    even: 'nulla',
    buyers: '{{units}} richieste',
    sellers: '{{units}} in vendita',
    inWords: 'Passerebbero di mano {{units}} a {{price}}. {{surplus}}',
    leftBuyers: 'A quel prezzo si vorrebbero comprare ancora {{units}}.',
    leftSellers: 'A quel prezzo resterebbero in vendita {{units}}.',
    leftNobody: 'A quel prezzo non resterebbe fuori nessuno.',
    nothing: 'Non si scambierebbe ancora nulla: nessuno offre quanto chiede chi vende.',
    outside:
      'Questo prezzo è fuori dai limiti, da {{low}} a {{high}}. Se vi resta, la chiamata viene prolungata.',
  },
  offer: {
    title: 'Le sue quote si negoziano qui',
    board: 'Chi le possiede e chi le cerca si incontrano nella sua bacheca.',
    last: 'Ultimo prezzo {{price}} per quota.',
    go: 'Al mercato',
  },
  panel: { book: 'Book', price: 'Prezzo', depth: 'Profondità', trades: 'Scambi', views: 'Viste del mercato' },
  book: {
    emptyTitle: 'Nessuno aspetta nel book',
    emptyText:
      'Un ordine che non trova controparte aspetta qui, al suo prezzo, in ordine di arrivo. Il primo può essere il tuo.',
  },
  tape: {
    emptyText: 'Gli scambi compaiono qui appena avvengono, dal più recente.',
    csv: 'Tutti gli scambi in CSV',
  },
  auctions: {
    title: 'Aste passate',
    at: 'Tenuta',
    price: 'Prezzo',
    noPrice: 'nessun prezzo',
    volume: 'Quote',
    surplus: 'Rimaste fuori',
    buyers: '{{units}} richieste',
    sellers: '{{units}} in vendita',
    even: '–',
    trades: 'Scambi',
    extensions: 'Prolungamenti',
    empty:
      'Qui non è ancora finita alcuna chiamata. Ognuna lascerà il suo prezzo, le sue quote e ciò che è rimasto fuori.',
  },
  stale: {
    lost: 'La connessione è persa: questo book non è aggiornato.',
    resyncing: 'È sfuggito qualcosa: il book viene riletto.',
    loading: 'Lettura del book',
  },
  how: {
    title: 'Come funziona questo mercato',
    call: 'Asta a chiamata',
    callText:
      'Per un po’ gli ordini si raccolgono soltanto. Poi si incontrano tutti all’unico prezzo a cui passa di mano il maggior numero di quote. Chi aveva offerto di più, o chiesto di meno, ottiene anche lui quel prezzo. Così bastano pochi ordini per un prezzo equo, ed essere i più veloci non serve.',
    freeze: 'Blocco e fine casuale',
    freezeText:
      'Poco prima della fine nessun ordine può essere ritirato, e la fine stessa è estratta a sorte entro un minuto: nessuno può fingere fino all’ultimo istante.',
    collar: 'Limiti di prezzo',
    collarText:
      'Un’asta non può spostare il prezzo di più del {{share}} dal riferimento in una volta. Se lo facesse, la chiamata viene prolungata perché altri possano rispondere; dopo {{times}} prolungamenti non si scambia nulla e un operatore esamina il caso. Due operatori insieme possono dare a una sola asta un altro riferimento o limiti fino al {{most}}, con un motivo che si legge qui.',
    continuous: 'Negoziazione continua',
    continuousText:
      'Dopo l’asta un ordine si esegue subito con il migliore dall’altra parte: prima per prezzo, poi per ordine di arrivo. Un prezzo che scappa riporta a una chiamata; un ordine che non lascia nulla nel book può causarla una volta per seduta.',
    reference: 'Prezzo di riferimento',
    referenceText:
      'Ciò da cui si misurano i limiti: il prezzo dell’ultima asta e, prima della prima, quello a cui le quote sono state emesse.',
  },
};

export default words;
