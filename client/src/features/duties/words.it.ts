import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  title: 'Obblighi del titolo',
  lead: 'Che cosa deve l’emittente da quando il titolo è finanziato, e che cosa ha dato.',
  notice: {
    report_late:
      'Gli scambi sono sospesi: il rapporto d’impatto ha più di 30 giorni di ritardo. Le quote restano a chi le ha; gli ordini si possono annullare. Gli scambi riprendono quando il rapporto è accettato.',
    payment:
      'Nei tre giorni prima di un pagamento ai titolari non si scambia. Gli scambi riprendono quel giorno.',
    delisted:
      'Titolo revocato dal listino: il rapporto d’impatto aveva un anno di ritardo. Chi ha quote le tiene, ma qui non si scambiano più.',
    late: 'Un rapporto dell’emittente è in ritardo.',
    more: 'Rapporti e obblighi dell’emittente',
  },
  desk: {
    title: 'Rapporti degli emittenti',
    lead: 'Quelli che attendono un operatore, poi quelli in ritardo.',
    none: 'Nulla attende.',
  },
  closed:
    'Periodo di chiusura: chi ha informazioni privilegiate non scambia dal {{from}} finché non esce il rapporto dovuto il {{due}}.',
  reports: 'Rapporti',
  none: 'Ancora nulla è dovuto: gli obblighi cominciano quando il titolo è finanziato.',
  kind: { impact: 'Rapporto d’impatto {{number}}', financial: 'Bilancio {{number}}' },
  due: 'Entro il {{date}}',
  late: 'in ritardo',
  status: {
    due: 'non consegnato',
    filed: 'attende un operatore',
    changes_requested: 'modifiche richieste',
    accepted: 'accettato',
  },
  figure: 'Indicatore {{indicator}}: {{figure}}',
  asked: 'Modifiche richieste: {{words}}',
  file: 'Consegna il rapporto',
  words: 'Che cosa è accaduto, a parole',
  figureField: 'A che punto è l’indicatore',
  send: 'Consegna',
  decide: 'Decidi',
  reason: 'Motivi',
  accept: 'Accetta',
  changes: 'Chiedi modifiche',
  endClosed: 'Chiudi il suo periodo di chiusura',
  payments: 'Pagamenti ai titolari',
  noPayments: 'Nessuno è annunciato.',
  payment: '{{date}}: nessuno scambio dal {{from}}',
  declare: 'Annuncia un pagamento',
  payDay: 'Giorno del pagamento',
  payWords: 'Che cosa si paga',
  trades: 'Operazioni dei dirigenti',
  noTrades: 'Nessuna è dichiarata.',
  trade: {
    buy: '{{name}} ha comprato {{units}} quote per {{amount}} il {{date}}',
    sell: '{{name}} ha venduto {{units}} quote per {{amount}} il {{date}}',
  },
  insiders: 'Elenco di chi ha informazioni privilegiate',
  insidersLead:
    'Chi sa ciò che il mercato non sa, perché e da quando. Lo leggono solo l’emittente e gli operatori della sede.',
  enter: 'Aggiungi all’elenco',
  name: 'Nome',
  email: 'E-mail del suo account, se ne ha uno',
  why: 'Perché',
  manager: 'Dirigente: le sue operazioni vanno dichiarate',
  from: 'Dal',
  until: 'Ultimo giorno, se è finito',
  since: 'dal {{from}}',
  download: 'Scarica in CSV',
};

export default words;
