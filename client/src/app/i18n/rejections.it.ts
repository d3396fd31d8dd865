import type { RejectionCode } from '@piazza/shared/rejections';
import protection from './rejections-protection.it.ts';
import reports from './rejections-reports.it.ts';
import security from './rejections-security.it.ts';
import approvals from './rejections-approvals.it.ts';
import issuers from './rejections-issuers.it.ts';
import disclosures from './rejections-disclosures.it.ts';
import surveillance from './rejections-surveillance.it.ts';
import duties from './rejections-duties.it.ts';
import conduct from './rejections-conduct.it.ts';
import payments from './rejections-payments.it.ts';
import trading from './rejections-trading.it.ts';
import type { RefusalWords } from './rejections.en.ts';

const fermo = 'Nessun denaro si è mosso.';
const nessunImpegno = 'Non hai impegnato nulla.';

const words: Record<RejectionCode, RefusalWords> = {
  malformed_request: {
    what: 'Qualcosa nel modulo non è leggibile.',
    money: fermo,
    next: 'Controlla i campi evidenziati e invia di nuovo.',
  },
  payload_too_large: {
    what: 'Quello che hai inviato è troppo lungo.',
    money: fermo,
    next: 'Accorcia i testi e invia di nuovo.',
  },
  unsupported_media_type: {
    what: 'La borsa non sa leggere questo tipo di contenuto.',
    money: fermo,
    next: 'Ricarica la pagina e riprova.',
  },
  not_found: {
    what: 'Qui non c’è nulla, oppure non è pubblico.',
    money: fermo,
    next: 'Controlla l’indirizzo, o riparti dall’elenco delle offerte.',
  },
  method_not_allowed: {
    what: 'La borsa non permette questa operazione qui.',
    money: fermo,
    next: 'Ricarica la pagina e riprova.',
  },
  rate_limited: {
    what: 'Da qui, o dal tuo conto, sono arrivate troppe richieste o troppi ordini in poco tempo.',
    money: fermo,
    next: 'Aspetta un momento, al massimo un minuto, e riprova. Cancellare i tuoi ordini resta sempre possibile.',
  },
  not_authenticated: {
    what: 'Non hai effettuato l’accesso.',
    money: fermo,
    next: 'Accedi e ripeti l’operazione.',
  },
  session_expired: {
    what: 'La tua sessione è terminata.',
    money: 'Quanto era già confermato resta confermato; quest’ultimo passo non è avvenuto.',
    next: 'Accedi e ripeti l’operazione.',
  },
  wrong_credentials: {
    what: 'L’indirizzo email e la password non corrispondono.',
    money: fermo,
    next: 'Controllali entrambi, o chiedi una nuova password.',
  },
  not_allowed: {
    what: 'Il tuo conto non può fare questa operazione.',
    money: fermo,
    next: 'Se pensi che dovrebbe, chiedi alla borsa il ruolo necessario.',
  },
  foreign_origin: {
    what: 'La richiesta arrivava da un altro sito ed è stata fermata per proteggerti.',
    money: fermo,
    next: 'Apri Piazza direttamente e riprova.',
  },
  email_not_verified: {
    what: 'Il tuo indirizzo email non è ancora confermato.',
    money: fermo,
    next: 'Apri il collegamento nel messaggio che ti abbiamo inviato, poi accedi.',
  },
  account_suspended: {
    what: 'Il tuo conto è sospeso.',
    money: 'Ciò che possiedi resta tuo.',
    next: 'Scrivi alla borsa per sapere perché e come risolvere.',
  },
  email_taken: {
    what: 'Esiste già un conto con questo indirizzo.',
    money: fermo,
    next: 'Accedi, o chiedi una nuova password.',
  },
  link_invalid: {
    what: 'Questo collegamento è già stato usato o è troppo vecchio.',
    money: fermo,
    next: 'Chiedine uno nuovo: arriva per email entro un minuto.',
  },
  weak_password: {
    what: 'Questa password sarebbe troppo facile da indovinare.',
    money: fermo,
    next: 'Usa almeno 12 caratteri. Funzionano bene alcune parole che solo tu metteresti insieme.',
  },
  role_unchanged: {
    what: 'La persona ha già questo ruolo, o non l’ha mai avuto.',
    money: fermo,
    next: 'Non occorre fare nulla.',
  },
  tier_unchanged: {
    what: 'L’investitore è già in questa fascia.',
    money: fermo,
    next: 'Non occorre fare nulla.',
  },
  last_administrator: {
    what: 'La borsa resterebbe senza amministratori.',
    money: fermo,
    next: 'Assegna prima il ruolo a un’altra persona.',
  },
  key_reused: {
    what: 'Questa richiesta somiglia a una precedente, ma con altri contenuti.',
    money: 'La richiesta precedente resta com’era; questa non è avvenuta.',
    next: 'Ricarica la pagina, guarda come stanno le cose e ricomincia.',
  },
  key_expired: {
    what: 'Questa richiesta ha più di un giorno.',
    money: 'Guarda i tuoi impegni: se allora era riuscita, è nell’elenco. Non è stata ripetuta.',
    next: 'Ricomincia, se è ancora ciò che vuoi.',
  },
  stale_revision: {
    what: 'Qualcuno ha salvato questa bozza dopo che l’hai aperta.',
    money: fermo,
    next: 'Ricaricala per vedere le sue modifiche, poi aggiungi le tue.',
  },
  illegal_state: {
    what: 'Non è più possibile: nel frattempo le cose sono cambiate.',
    money: 'La tua richiesta non ha cambiato nulla.',
    next: 'La pagina ora mostra la situazione attuale.',
  },
  prospectus_incomplete: {
    what: 'Il prospetto d’impatto o i termini hanno ancora lacune.',
    money: fermo,
    next: 'Completa ciò che manca e consegna di nuovo.',
  },
  terms_invalid: {
    what: 'I termini non stanno insieme.',
    money: fermo,
    next: 'Controlla prezzi, lotti, soglie e date: accanto a ciascuno è scritto che cosa è ammesso.',
  },
  issuer_cap_exceeded: {
    what: 'Con questa offerta raccoglieresti più di {{capCents}} in dodici mesi: contano già {{offeredCents}} qui e {{offPlatformCents}} altrove.',
    money: 'Nulla è stato aperto e nessuno può ancora impegnarsi.',
    next: 'Abbassa la soglia massima, o aspetta che le offerte precedenti abbiano un anno.',
  },
  not_reviewer: {
    what: 'Non hai preso in esame questa emissione.',
    money: fermo,
    next: 'Prendila prima in esame, se c’è ancora posto per un revisore.',
  },
  same_reviewer: {
    what: 'Hai già agito su questa emissione: il secondo sguardo dev’essere di un’altra persona.',
    money: fermo,
    next: 'Lasciala a una collega o a un collega.',
  },
  conflict_of_interest: {
    what: 'In questo caso hai un interesse tuo.',
    money: fermo,
    next: 'Lascialo a chi non ne ha.',
  },
  gates_not_confirmed: {
    what: 'Un’emissione è ammessa solo se il suo impatto è intenzionale, misurabile e addizionale.',
    money: fermo,
    next: 'Conferma tutto, oppure chiedi modifiche.',
  },
  content_changed: {
    what: 'Il contenuto non è più quello che hai letto.',
    money: fermo,
    next: 'Leggi che cosa è cambiato, poi decidi di nuovo.',
  },
  offer_not_open: {
    what: 'Ora questa offerta non accetta impegni.',
    money: nessunImpegno,
    next: 'Guarda quando apre, o scorri le altre offerte.',
  },
  own_offer: {
    what: 'Rappresenti questa impresa, quindi non puoi impegnarti nella sua offerta.',
    money: nessunImpegno,
    next: 'Condividi la pagina con chi potrebbe farlo.',
  },
  below_minimum_ticket: {
    what: 'L’impegno minimo in questa offerta è di {{minimumCents}}.',
    money: nessunImpegno,
    next: 'Scegli almeno questo importo, se puoi permetterti di perderlo.',
  },
  not_a_lot: {
    what: 'Le quote di questa offerta si prendono a lotti di {{lot}}.',
    money: nessunImpegno,
    next: 'Scegli un multiplo del lotto.',
  },
  above_hard_cap: {
    what: 'L’intera offerta è di {{hardCapCents}}: nessuno può impegnare di più.',
    money: nessunImpegno,
    next: 'Scegli un importo più piccolo.',
  },
  offer_full: {
    what: 'Questa offerta non può accettare altri impegni.',
    money: nessunImpegno,
    next: 'Seguila: le quote si ripartiscono alla chiusura.',
  },
  warning_not_acknowledged: {
    what: 'L’avvertenza sul rischio o l’avviso sul periodo di riflessione non sono confermati.',
    money: nessunImpegno,
    next: 'Leggi entrambi e spunta le caselle, se sei d’accordo.',
  },
  understanding_not_proved: {
    what: 'La risposta alla domanda sul rischio non è giusta.',
    money: nessunImpegno,
    next: 'Rileggi l’avvertenza: si può perdere tutto il denaro.',
  },
  reflection_ended: {
    what: 'Il periodo di riflessione di questo impegno è finito.',
    money: 'Il tuo denaro è vincolato all’offerta. Sotto la soglia minima torna indietro per intero.',
    next: 'Aspetta la chiusura: il portafoglio mostra ogni passo.',
  },
  insufficient_funds: {
    what: 'Il portafoglio non basta: sono liberi {{freeCents}}.',
    money: 'Nulla è stato impegnato, ordinato o vincolato.',
    next: 'Ricaricalo o scegli un importo più piccolo.',
  },
  amount_out_of_range: {
    what: 'L’importo dev’essere tra {{leastCents}} e {{mostCents}}.',
    money: fermo,
    next: 'Scegli un importo in questo intervallo.',
  },
  ...trading,
  ...protection,
  ...security,
  ...approvals,
  ...issuers,
  ...disclosures,
  ...surveillance,
  ...duties,
  ...conduct,
  ...payments,
  ...reports,
  simulation_only: {
    what: 'Esiste solo in una simulazione.',
    money: fermo,
    next: 'Non occorre fare nulla.',
  },
  clock_out_of_range: {
    what: 'L’orologio della borsa non può saltare così lontano in una volta.',
    money: fermo,
    next: 'Scegli un tempo più breve.',
  },
  shutting_down: {
    what: 'La borsa si sta riavviando.',
    money: 'Quanto è stato confermato è registrato; questa richiesta non è avvenuta.',
    next: 'Riprova tra qualche secondo.',
  },
};

export default words;
