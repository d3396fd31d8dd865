import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  title: 'Rapporti',
  lead: 'Ciò che chiedono la legge e il lavoro della vigilanza, come tabella per i programmi e come documento da archiviare. Tutto è riservato.',
  which: 'Quale rapporto',
  from: 'Primo giorno',
  to: 'Ultimo giorno',
  toHelp: 'Europe/Rome, al massimo 366 giorni.',
  listing: 'Quale mercato',
  listingHelp: 'Ordini e scambi sono quelli di un mercato.',
  noMarkets: 'Nessun titolo è ancora negoziato: ordini e scambi compariranno qui appena lo sarà.',
  language: 'Lingua',
  it: 'Italiano',
  en: 'Inglese',
  csv: 'Scarica CSV',
  pdf: 'Scarica PDF',
  done: '{{name}} è stato scaricato.',
  report: {
    projects: 'Elenco riservato dei progetti',
    complaints: 'Registro dei reclami',
    conflicts: 'Registro dei conflitti di interesse',
    default_rates: 'Tassi di default dei prestiti',
    alerts: 'Segnalazioni della sorveglianza e loro esito',
    orders: 'Registrazioni degli ordini',
    trades: 'Scambi',
  },
  about: {
    projects:
      'Ogni offerta decisa nel periodo, con quanto ha raccolto e da chi, per grado di protezione (reg. UE 2020/1503, art. 16). Si presenta ogni anno.',
    complaints:
      'Ogni reclamo con le sue date, se la risposta è arrivata in tempo, e il suo esito (reg. UE 2020/1503, art. 7). Senza testi.',
    conflicts:
      'Interessi dichiarati dalle persone della sede e vigenti nel periodo (reg. UE 2020/1503, art. 8).',
    default_rates:
      'Prestiti per anno di emissione e da quanto sono osservati (reg. UE 2020/1503, art. 20). I pagamenti degli emittenti non sono ancora registrati.',
    alerts: 'Quante segnalazioni ha prodotto ogni rilevatore, e che cosa ne è stato.',
    orders: 'Ogni passo di ogni ordine di un mercato, per conto, al millisecondo.',
    trades: 'Ogni scambio di un mercato.',
  },
};

export default words;
