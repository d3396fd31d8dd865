import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  rules: {
    title: 'Come funziona questa bacheca',
    binds: 'Gli annunci non vincolano',
    bindsText:
      'Un annuncio dice che qualcuno vorrebbe comprare o vendere. Non è un ordine, e non blocca né denaro né quote.',
    matches: 'La borsa non esegue nulla',
    matchesText:
      'Nessun annuncio viene mai incrociato con un altro, per quanto combacino. Chi si risponde si accorda da sé su prezzo e pagamento.',
    consent: 'L’emittente può dover acconsentire',
    consentText:
      'Le quote passano di mano solo come permettono le loro condizioni: qui può servire prima il consenso dell’emittente. Chiedilo prima di pagare.',
  },
  posts: {
    title: 'Annunci',
    others: 'Annunci di altri',
    mine: 'I tuoi annunci',
    jump: 'Scrivi un annuncio',
    more: 'Mostra i precedenti',
    emptyTitle: 'Nessuno ha ancora scritto',
    emptyText:
      'Qui si dice che cosa si vorrebbe comprare o vendere, e più o meno a quale prezzo. Chi è interessato risponde, e i due vedono l’uno il nome e l’email dell’altro. Il primo annuncio può essere il tuo: resta per {{days}} giorni.',
    noOthers: 'Ora qui non ci sono annunci di altri. Il tuo lo vedono tutti.',
  },
  wish: {
    buy_one: 'Vorrebbe comprare {{quantity}} quota',
    buy_other: 'Vorrebbe comprare {{quantity}} quote',
    sell_one: 'Vorrebbe vendere {{quantity}} quota',
    sell_other: 'Vorrebbe vendere {{quantity}} quote',
  },
  price: { around: 'a circa {{price}} l’una', open: 'prezzo da concordare' },
  when: 'Scritto {{ago}} · resta fino al {{until}}',
  reply: {
    button: 'Rispondi',
    of: 'Rispondi: {{post}}',
    title: 'Rispondi a questo annuncio',
    message: 'Il tuo messaggio a chi ha scritto',
    messageHelp: 'Di’ che cosa hai in mente. Non lo legge nessun altro.',
    consent: 'Chi ha scritto vede il mio nome e la mia email, e io vedo i suoi.',
    send: 'Invia e vedi il contatto',
    close: 'Chiudi',
  },
  contact: {
    title: 'Mettetevi in contatto',
    sent: 'Il tuo messaggio è arrivato. Ora scrivetevi:',
    answered: 'Hai risposto. Scrivi a:',
    note: 'Conserva l’indirizzo: lascia la bacheca insieme all’annuncio.',
    gone: 'Questa persona ha chiuso il suo account.',
  },
  own: {
    count_one: '{{number}} risposta',
    count_other: '{{number}} risposte',
    none: 'Ancora nessuna risposta. Quando ce ne sarà una, lo saprai.',
    wrote: '{{name}} ha scritto {{ago}}',
    withdraw: 'Ritira',
    withdrawOf: 'Ritira: {{post}}',
    sureTitle: 'Ritirare questo annuncio?',
    sureText: 'Lascia subito la bacheca e non si può rimettere; puoi scriverne un altro.',
    sureReplies_one: 'Con lui va via anche la risposta. Se l’indirizzo ti serve ancora, annotalo prima.',
    sureReplies_other:
      'Con lui vanno via anche le {{number}} risposte. Se gli indirizzi ti servono ancora, annotali prima.',
    withdrawn: 'L’annuncio è ritirato.',
  },
  form: {
    title: 'Scrivi un annuncio',
    side: 'Che cosa vorresti',
    buy: 'Comprare',
    sell: 'Vendere',
    quantity: 'Quote',
    holds_one: 'Qui hai {{units}} quota.',
    holds_other: 'Qui hai {{units}} quote.',
    price: 'La tua idea di prezzo, € per quota',
    priceHelp: 'Puoi lasciarlo da concordare. Le quote valevano da ultimo {{price}}.',
    note: 'Qualche parola',
    noteHelp: 'Le leggono tutti: niente indirizzi né numeri. Può restare vuoto.',
    consent: 'Chi risponde vede il mio nome e la mia email.',
    send_buy: 'Pubblica che vorrei comprare',
    send_sell: 'Pubblica che vorrei vendere',
    posted: 'Il tuo annuncio è in bacheca fino al {{until}}.',
    signIn: 'Accedi come investitore per scrivere o per rispondere.',
    role: 'Scrivere e rispondere è riservato agli investitori.',
    blocked: 'La borsa ha fermato questa bacheca. Non si può scrivere nulla finché non la riammette.',
  },
  problem: {
    quantity: 'Scrivi un numero intero di quote, da 1 in su.',
    units_one: 'Qui hai da offrire solo {{units}} quota.',
    units_other: 'Qui hai da offrire solo {{units}} quote.',
    price: 'Scrivi un prezzo da 1,00 € a 999,99 €, o lascialo vuoto.',
    note: 'Resta entro {{most}} caratteri.',
    message: 'Scrivi un messaggio da 3 a 1.000 caratteri.',
    consent: 'Senza condividere il contatto nessuno potrebbe scriverti.',
    full: 'Hai {{most}} annunci, e di più non si può. Ritirane prima uno.',
  },
};

export default words;
