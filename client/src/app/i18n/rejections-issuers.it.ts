const nulla = 'Nulla è cambiato e nessun importo viene toccato.';
const nonTenuto = 'Del file non è stato conservato nulla.';

const words = {
  dossier_incomplete: {
    what: 'I dati dell’organizzazione non sono ancora completi.',
    money: 'L’emissione resta in bozza; nessuno può ancora impegnarsi.',
    next: 'Apri l’organizzazione, completa ciò che è segnato come mancante e consegna di nuovo.',
  },
  vat_invalid: {
    what: 'Questa non è una partita IVA di quel Paese: una cifra è sbagliata o manca.',
    money: nulla,
    next: 'Ricopiala da una visura o dal certificato di attribuzione.',
  },
  owners_exceed_whole: {
    what: 'Insieme i titolari avrebbero più del 100 %.',
    money: nulla,
    next: 'Correggi le quote: una quota detenuta tramite altri si conta una volta sola.',
  },
  offer_date_invalid: {
    what: 'Un’offerta fatta altrove non può avere una data futura.',
    money: nulla,
    next: 'Correggi la data. La dichiarerai quando sarà avvenuta.',
  },
  already_represents: {
    what: 'Rappresenti già questa organizzazione.',
    money: nulla,
    next: 'Non c’è nulla da fare.',
  },
  last_representative: {
    what: 'Nessun altro rappresenta questa organizzazione.',
    money: nulla,
    next: 'Invita un’altra persona e attendi che accetti.',
  },
  invitations_full: {
    what: 'Troppi inviti di questa organizzazione attendono risposta.',
    money: nulla,
    next: 'Ritirane uno, o attendi che uno venga accettato o scada.',
  },
  due_diligence_incomplete: {
    what: 'Le verifiche sull’emittente non sono complete.',
    money: 'L’emissione non è ammessa; nessuno può impegnarsi.',
    next: 'Completa le verifiche in questa pagina e approva di nuovo.',
  },
  evidence_needed: {
    what: 'Questa verifica richiede un documento come prova.',
    money: nulla,
    next: 'Carica il documento o scegline uno dell’emittente, poi spunta la verifica.',
  },
  document_refused: {
    what: 'La piazza non accetta questo file.',
    money: nonTenuto,
    next: 'Invia un PDF, un’immagine PNG o JPEG, un testo o CSV in UTF-8, oppure un DOCX, XLSX o ODT senza macro, con un nome semplice.',
  },
  document_quota_exceeded: {
    what: 'Non c’è più spazio per i documenti di questa organizzazione.',
    money: nonTenuto,
    next: 'Rimuovi i documenti che non servono più, o inviane uno più piccolo.',
  },
  document_in_use: {
    what: 'Questo documento non si può rimuovere né nascondere: una verifica vi si fonda, o gli investitori vi fanno affidamento.',
    money: nulla,
    next: 'Carica accanto una versione più recente.',
  },
} as const;

export default words;
