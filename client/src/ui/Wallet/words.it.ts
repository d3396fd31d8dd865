import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  free: 'Libero da impegnare',
  freeHelp: 'Il denaro nel tuo portafoglio che non hai promesso a nessuna offerta.',
  pledged: 'Promesso',
  pledgedHelp:
    'Impegni con il periodo di riflessione in corso. Il denaro è ancora nel tuo portafoglio e nulla è stato prelevato: è solo messo da parte perché tu non lo prometta due volte.',
  held: 'Vincolato',
  heldHelp:
    'Impegni oltre il periodo di riflessione, accantonati finché la loro offerta è decisa, e ciò che serve agli ordini in un book finché si eseguono o sono cancellati.',
  topUp: 'Ricarica',
  title: 'Ricarica il portafoglio',
  lead: 'Questa è una simulazione: il denaro è finto e arriva subito.',
  amount: 'Importo',
  range: 'Da {{least}} a {{most}} per volta.',
  unread: 'Scrivi un importo in euro, per esempio {{example}}.',
  outOfRange: 'Scegli un importo da {{least}} a {{most}}.',
  submit: 'Aggiungi {{amount}}',
  submitPlain: 'Aggiungi il denaro',
  done: 'Aggiunti {{amount}}. Ora hai {{free}} liberi da impegnare.',
  cancel: 'Non ora',
  byProvider: 'Qui si paga con carta, addebito SEPA o bonifico.',
  payments: 'Ai tuoi pagamenti',
  closed: 'Il denaro finto esiste solo nella simulazione.',
};

export default words;
