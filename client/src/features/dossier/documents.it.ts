import type { Words } from '../../locale/words.ts';
import type en from './documents.en.ts';

const documents: Words<typeof en> = {
  title: 'Documenti',
  readerLead:
    'Dell’emittente, così come li ha inviati. Aprili con prudenza, come ogni file che viene da altri.',
  none: 'Ancora nessun documento.',
  add: 'Aggiungi un documento',
  room: '{{used}} su {{most}} occupati',
  file: 'File',
  fileHelp: 'PDF, PNG, JPEG, testo o CSV in UTF-8, DOCX, XLSX, ODT; al massimo {{mb}} MB.',
  choose: 'Scegli un file…',
  clear: 'Togli il file',
  kindLabel: 'Che cos’è',
  visibilityLabel: 'Chi può vederlo',
  send: 'Carica',
  sending: '{{name}}: inviato {{share}}',
  cancel: 'Annulla',
  download: 'Scarica',
  downloadOf: 'Scarica {{name}}',
  remove: 'Rimuovi',
  removeOf: 'Rimuovi {{name}}',
  removeConfirm: 'Rimuovi per sempre',
  removeText: 'Il contenuto viene distrutto. Che c’era, e perché è stato rimosso, resta noto.',
  removed: 'rimosso il {{date}}',
  reason: 'Motivo',
  reasonWrong: 'Scrivi il motivo, almeno 3 caratteri.',
  show: { public: 'Mostra a tutti', issuer: 'Nascondi al pubblico' },
  visibility: {
    public: 'tutti',
    issuer: 'l’emittente e gli operatori',
    operators: 'gli operatori',
  },
  kind: {
    statute: 'Statuto',
    balance_sheet: 'Bilancio',
    register_extract: 'Visura',
    business_plan: 'Piano d’impresa',
    impact_evidence: 'Prove di impatto',
    other: 'Altro',
  },
  ofReport: 'Documenti del rapporto',
  notAttached: 'Tolto da un rapporto prima della consegna',
  reportHelp:
    'Chi esamina il rapporto per la sede li legge tutti. Ciò che mostri a tutti si vede subito, prima del rapporto.',
  wrong: {
    none: 'Scegli un file.',
    large: 'Il file supera {{mb}} MB.',
  },
  refused: {
    empty: 'Il file è vuoto.',
    type: 'Il contenuto non è di un tipo che la piazza accetta.',
    name: 'Il nome non corrisponde al contenuto, o ha caratteri che un nome non può avere.',
    malware: 'È risultato dannoso.',
    not_scanned: 'Ora non è stato possibile controllarlo. Riprova più tardi.',
  },
};

export default documents;
