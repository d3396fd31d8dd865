import type { Words } from '../../locale/words.ts';
import type en from './common.en.ts';

const words: Words<typeof en> = {
  product: 'Piazza',
  strapline: 'la borsa aperta dell’impatto sociale',
  skip: 'Vai al contenuto',
  nav: {
    main: 'Principale',
    dealFlow: 'In diretta',
    offers: 'Offerte',
    markets: 'Mercati',
    portfolio: 'Portafoglio',
    orders: 'Ordini',
    issuer: 'Emissioni',
    desk: 'Sportello',
    menu: 'Menu',
    close: 'Chiudi il menu',
    notices_one: 'Avvisi, {{count}} da leggere',
    notices_other: 'Avvisi, {{count}} da leggere',
    noticesNone: 'Avvisi',
    dismiss: 'Chiudi questo avviso',
    account: 'Conto',
    profile: 'Profilo',
    signIn: 'Accedi',
    signOut: 'Esci',
    register: 'Apri un conto',
  },
  mode: {
    SIMULATION: 'Simulazione',
    BULLETIN_BOARD: 'Bacheca · nessun incrocio automatico',
    MTF: 'Sistema multilaterale di negoziazione',
    label: 'Modalità della borsa',
    clock: 'orologio della borsa',
  },
  money: {
    wallet: 'denaro finto',
    test: 'pagamenti di prova',
    live: 'denaro reale',
  },
  warning: { label: 'Avvertenza sul rischio', acknowledge: 'Ho letto' },
  connection: {
    lost: 'Connessione persa, riproviamo. Quello che vedi può non essere aggiornato.',
    back: 'Di nuovo in linea.',
  },
  language: { label: 'Lingua', en: 'English', it: 'Italiano' },
  scheme: { label: 'Aspetto', light: 'Chiaro', dark: 'Scuro', auto: 'Come il dispositivo' },
  notFound: {
    title: 'Pagina inesistente',
    text: 'L’indirizzo può contenere un errore, oppure ciò che mostrava non è pubblico. La piazza è sempre qui.',
    home: 'Torna in piazza',
  },
  guard: {
    signInTitle: 'Accedi per continuare',
    signInText: 'Questa pagina mostra ciò che è tuo: ci serve sapere chi sei.',
    rolesTitle: 'Questa pagina è per altri ruoli',
    rolesText:
      'Il tuo conto non può aprirla. Un amministratore della borsa può assegnare il ruolo: {{roles}}.',
  },
  footer: {
    legal: 'Note legali',
    noAdvice:
      'Nulla in questo sito è consulenza legale, finanziaria o fiscale, né offerta al pubblico. Piazza è software a codice aperto e non vanta autorizzazioni.',
    simulation: 'Nella simulazione nessun denaro è reale e le imprese dimostrative sono di fantasia.',
    about: 'Come funziona questa sede e che cosa non è',
    complaints: 'Reclami',
    credits: 'Riconoscimenti',
    source: 'Software libero, licenza EUPL 1.2.',
    fonts: 'Composto in Bricolage Grotesque e Atkinson Hyperlegible Next (SIL OFL). Icone: Tabler (MIT).',
    sdg: 'I nomi degli SDG sono delle Nazioni Unite, che non avallano questo sito. IRIS+ è un catalogo del GIIN.',
    chart: 'Grafici: TradingView Lightweight Charts™, © 2025 TradingView, Inc. (Apache 2.0).',
    api: 'API',
    gallery: 'Galleria dei componenti',
  },
  gallery: {
    title: 'Galleria dei componenti',
    lead: 'Ogni parte dell’interfaccia in ciascuno dei suoi stati.',
  },
};

export default words;
