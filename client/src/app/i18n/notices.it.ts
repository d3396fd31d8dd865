import type { Words } from '../../locale/words.ts';
import type en from './notices.en.ts';

const words: Words<typeof en> = {
  commitment_placed:
    'Il tuo impegno è registrato. Puoi revocarlo, senza motivo né costi, fino al {{reflectionEndsAt}}.',
  commitment_placed_firm: 'Il tuo impegno è registrato.',
  commitment_revoked: 'Hai revocato un impegno. Non è stato preso alcun denaro.',
  commitment_charging: 'Il periodo di riflessione di un impegno è finito: il pagamento è in corso.',
  payment_processing:
    'La tua banca sta addebitando {{amount}} per un impegno. Ci vuole qualche giorno; la decisione dell’offerta aspetta.',
  payment_action_needed:
    'La tua banca ti chiede di confermare il pagamento di {{amount}} per un impegno. Apri l’impegno e conferma entro il {{until}}; altrimenti non viene pagato.',
  payment_declined:
    'Il pagamento di {{amount}} per un impegno è stato rifiutato. Riproviamo il {{until}}; prima puoi scegliere un altro metodo.',
  payment_method_needed:
    'Il pagamento di {{amount}} per un impegno è stato rifiutato in modo definitivo con il metodo scelto. Nulla è stato prelevato. Apri l’impegno e paga con un altro metodo entro il {{until}}.',
  payment_failed:
    'Il pagamento di {{amount}} per un impegno non è riuscito. Nulla è stato prelevato. L’impegno decade, salvo che il denaro sia nel tuo portafoglio quando l’offerta viene decisa.',
  payment_late:
    'Non hai confermato in tempo il pagamento di {{amount}} per un impegno, e nulla è stato prelevato. L’impegno decade, salvo che il denaro sia nel tuo portafoglio quando l’offerta viene decisa.',
  payment_disputed:
    'La tua banca ha ripreso il pagamento di {{amount}} per un impegno. Ciò che era stato comprato resta bloccato finché non si decide.',
  payment_charged_back:
    'La tua banca ha ripreso definitivamente il pagamento di {{amount}} per un impegno. Ciò che era bloccato è stato restituito.',
  payment_dispute_won:
    'Il pagamento di {{amount}} che la tua banca aveva ripreso resta valido. Non c’è più nulla di bloccato.',
  refund_made:
    '{{amount}} di un impegno tornano per la strada da cui sono arrivati. La tua banca può impiegare qualche giorno.',
  refund_failed:
    'Non è stato possibile rimandare {{amount}} di un impegno per la strada da cui erano arrivati. Il denaro è ora libero nel tuo portafoglio.',
  payout_waiting:
    '{{amount}} di quanto avete raccolto sono da versare. Prima li controllano due persone della sede.',
  payout_needs_account:
    '{{amount}} di quanto avete raccolto si possono versare appena avrete configurato un conto in “Denaro”.',
  payout_due:
    'Due persone della sede hanno dato il consenso: {{amount}} di quanto avete raccolto sono in viaggio verso il vostro conto.',
  payout_paid: '{{amount}} di quanto avete raccolto sono arrivati alla vostra banca.',
  payout_refused:
    'Il fornitore di pagamenti non ha versato {{amount}}. Controllate il vostro conto presso di lui; la sede riprova.',
  payout_returned:
    'La vostra banca ha rimandato indietro {{amount}}. Controllate il conto; la somma viene versata di nuovo.',
  withdrawal_due:
    'Due persone della sede hanno dato il consenso: il tuo prelievo di {{amount}} è in viaggio.',
  withdrawal_paid: 'Il tuo prelievo di {{amount}} è arrivato alla tua banca.',
  withdrawal_refused:
    'Non è stato possibile eseguire il tuo prelievo di {{amount}}. Il denaro è di nuovo libero.',
  withdrawal_returned:
    'La tua banca ha rimandato indietro il prelievo di {{amount}}. Il denaro è di nuovo libero.',
  funding_arrived: 'Il tuo bonifico di {{amount}} è arrivato.',
  payee_ready: 'Il tuo conto per i pagamenti in uscita è stato verificato: il denaro può uscire.',
  payee_restricted:
    'Il fornitore di pagamenti chiede altre informazioni sul tuo conto. Fino ad allora il denaro non può uscire.',
  distribution_received: 'È arrivato un pagamento ai titolari: {{amount}}.',
  distribution_missed:
    'È arrivato il giorno di un pagamento annunciato, e il denaro non è stato accantonato. È dovuto ai titolari.',
  commitment_captured:
    'Il periodo di riflessione di un impegno è finito: il denaro ora è vincolato all’offerta.',
  commitment_capture_failed:
    'Il denaro per un impegno non era nel tuo portafoglio. Ricaricalo prima che l’offerta sia decisa.',
  commitment_lapsed: 'Un impegno è decaduto perché il denaro non c’era. Non è stato preso nulla.',
  commitment_allotted: 'L’offerta è stata ripartita: {{allottedUnits}} quote sono tue.',
  commitment_settled: 'Le quote sono nel tuo portafoglio; ciò che non serviva è tornato disponibile.',
  commitment_revoked_unpaid: 'Hai revocato un impegno. Nulla è stato addebitato.',
  commitment_revoked_refunded:
    'Hai revocato un impegno. Quanto hai pagato torna per la strada da cui è arrivato.',
  commitment_released_unpaid: 'Un impegno è finito con la sua offerta. Nulla è stato addebitato.',
  commitment_released_refunded:
    'Un impegno è finito con la sua offerta. Quanto hai pagato torna per la strada da cui è arrivato.',
  commitment_settled_paid:
    'Le quote sono nel tuo portafoglio; ciò che non serviva torna per la strada da cui è arrivato.',
  commitment_released: 'Il denaro di un impegno è tornato disponibile.',
  listing_under_review: 'La tua emissione è in esame.',
  listing_changes_requested: 'I revisori chiedono modifiche alla tua emissione.',
  listing_approved: 'La tua emissione è approvata. Puoi aprire l’offerta.',
  listing_live: 'La tua offerta è aperta al pubblico.',
  listing_funded: 'La tua offerta è finanziata.',
  listing_failed: 'La tua offerta non ha raggiunto la soglia minima. Tutti gli impegni sono stati liberati.',
  listing_cancelled: 'La tua emissione è stata annullata.',
  order_filled_buy: 'Un tuo ordine è stato eseguito: hai comprato tutto.',
  order_filled_sell: 'Un tuo ordine è stato eseguito: hai venduto tutto.',
  orders_expired: 'Tuoi ordini sono scaduti ({{count}}). Ciò che vincolavano è di nuovo libero.',
  orders_dead_man:
    'Il tuo interruttore di annullamento non è stato rinnovato in tempo: annullati {{count}} ordini. Ciò che vincolavano è di nuovo libero.',
  orders_withdrawn: 'La borsa ha annullato tuoi ordini ({{count}}). Ciò che vincolavano è di nuovo libero.',
  orders_disputed:
    'Tuoi ordini di vendita sono stati annullati ({{count}}), a partire dal più recente: la tua banca ha ripreso il pagamento di queste quote, che restano bloccate finché non si decide.',
  trading_halted:
    'La negoziazione di una tua emissione è sospesa. Le tue quote e i tuoi ordini restano come sono.',
  trading_resumed:
    'La negoziazione di una tua emissione riprende con un’asta. Guarda i tuoi ordini prima che finisca.',
  call_terms_set:
    'La prossima asta di un tuo titolo ha altri limiti di prezzo: può scambiare da {{low}} a {{high}}. La pagina del mercato dice perché. Guarda i tuoi ordini prima che finisca.',
  call_terms_resumed:
    'La negoziazione di un tuo titolo riprende con un’asta che può scambiare da {{low}} a {{high}}. La pagina del mercato dice perché. Guarda i tuoi ordini prima che finisca.',
  board_reply:
    'Qualcuno ha risposto a un tuo annuncio in bacheca. Il messaggio e il suo contatto sono accanto al tuo annuncio.',
  board_expired: 'Un tuo annuncio in bacheca è scaduto. Se ti interessa ancora, pubblicalo di nuovo.',
  proposal_waiting: 'Una proposta attende una seconda persona: {{act}}.',
  proposal_approved: 'La tua proposta è stata approvata ed eseguita: {{act}}.',
  proposal_refused: 'La tua proposta è stata respinta: {{act}}.',
  proposal_expired: 'Nessuno ha approvato in tempo la tua proposta: {{act}}.',
  tier_set: 'La tua fascia di assegnazione ora è: {{tier}}.',
  role_granted: 'Hai un nuovo ruolo: {{role}}.',
  role_withdrawn: 'Un ruolo ti è stato tolto: {{role}}.',
  issuer_checked: 'La piazza ha verificato la tua organizzazione: non resta nulla da controllare.',
  representative_added: 'Un’altra persona ora rappresenta la tua organizzazione. Il fascicolo dice chi.',
  representative_added_you: 'Da adesso rappresenti un’organizzazione. La trovi tra le tue emissioni.',
  representative_removed:
    'Una persona non rappresenta più la tua organizzazione. Il fascicolo dice chi la rappresenta ancora.',
  representative_removed_you: 'Non rappresenti più un’organizzazione.',
  identity_approved: 'La tua identità è approvata.',
  identity_asked_again:
    'Qualcosa nella tua identità va corretto. Apri il percorso di ingresso per vedere che cosa.',
  identity_rejected: 'La tua identità non è stata accettata. Apri il percorso di ingresso per vedere perché.',
  class_granted: 'Sei un investitore sofisticato fino al {{until}}. Puoi tornare indietro in ogni momento.',
  class_refused:
    'La tua richiesta di diventare investitore sofisticato è stata respinta. Apri il percorso di ingresso per vedere perché.',
  class_ending:
    'Il {{until}} finisce la tua classe di investitore sofisticato. Se i criteri valgono ancora, chiedila di nuovo prima di allora.',
  class_ended:
    'Sei di nuovo un investitore non sofisticato: ti proteggono periodo di riflessione, avvertenze e questionario di ingresso.',
  other: 'La borsa ha novità per te.',
  terms_changed:
    'La scheda di un’offerta è cambiata. Puoi revocare il tuo impegno, senza motivi né costi, fino al {{until}}.',
  terms_suspended:
    'Un’offerta a cui hai aderito è sospesa per un difetto della sua scheda. Puoi revocare il tuo impegno, senza motivi né costi, finché non riprende; se non è corretta, è annullata il {{until}} e riavrai tutto.',
  terms_corrected:
    'La scheda di un’offerta a cui hai aderito è stata corretta. Puoi revocare il tuo impegno, senza motivi né costi, fino al {{until}}.',
  terms_dismissed:
    'L’offerta riprende: non c’era alcun difetto. Puoi revocare il tuo impegno, senza motivi né costi, fino al {{until}}.',
  disclosure_accepted:
    'La vostra modifica della scheda è stata accolta. Chi ha preso un impegno ne è informato.',
  disclosure_refused: 'La vostra modifica della scheda è stata respinta.',
  defect_signalled:
    'La sede ha trovato un difetto nella vostra scheda. Correggetelo entro il {{until}}, o l’offerta sarà sospesa.',
  offer_suspended:
    'La vostra offerta è sospesa per un difetto della scheda. Se non è corretta, sarà annullata il {{until}}.',
  defect_dismissed: 'Il difetto segnalato nella vostra scheda non c’era.',
  event_disclosed:
    'L’emittente di quote che possiedi ha comunicato un fatto che incide su ciò che era previsto. Leggilo nella pagina del titolo.',
  trading_stopped_report_late:
    'Gli scambi di un titolo sono sospesi: il rapporto d’impatto ha più di 30 giorni di ritardo. Le quote restano a chi le ha; gli ordini si possono annullare.',
  trading_stopped_payment:
    'Gli scambi di un titolo si fermano nei tre giorni prima di un pagamento ai titolari. Nient’altro cambia.',
  trading_stopped_delisted:
    'Un titolo è stato revocato dal listino: il rapporto d’impatto aveva un anno di ritardo. Tutti gli ordini sono annullati. Chi ha quote le tiene, ma qui non si scambiano più.',
  trading_allowed: 'Gli scambi di un titolo riprendono dalla prossima seduta del suo mercato.',
  payment_declared:
    'È annunciato un pagamento ai titolari. Nei tre giorni prima del {{until}} non si scambia.',
  closed_period_begun:
    'Comincia un periodo di chiusura prima di un rapporto. Chi ha informazioni privilegiate non può scambiare il titolo finché il rapporto non è pubblicato; gli ordini si possono annullare.',
  manager_trade_owed:
    'Hai operato su un titolo di cui sei dirigente, o persona vicina a un dirigente, e la soglia dell’anno è raggiunta: dichiaralo entro il {{until}}, nella pagina degli obblighi del titolo.',
  manager_trade_seen:
    'Hai operato su un titolo di cui sei dirigente, o persona vicina a un dirigente. Sotto la soglia dell’anno non devi dichiararlo; se vuoi, puoi farlo entro il {{until}}, nella pagina degli obblighi del titolo.',
  impact_report_due: 'Il vostro rapporto d’impatto è dovuto entro il {{until}}.',
  impact_report_late:
    'Il vostro rapporto d’impatto è in ritardo. Dopo 30 giorni gli scambi sono sospesi; dopo dodici mesi il titolo è revocato dal listino.',
  financial_report_due: 'Il vostro bilancio è dovuto entro il {{until}}.',
  financial_report_late: 'Il vostro bilancio è in ritardo. La pagina del titolo lo dice.',
  report_accepted: 'Il vostro rapporto è accettato ed è ora pubblico.',
  report_changes_requested:
    'Un operatore chiede modifiche al vostro rapporto. Aprite gli obblighi del titolo per leggerle.',
  question_asked: 'Un investitore vi ha posto una domanda.',
  question_answered: 'L’emittente ha risposto alla tua domanda.',
  question_hidden: 'La tua domanda è stata nascosta.',
  complaint_received:
    'Il tuo reclamo è arrivato. Il riferimento è {{complaint}}; rispondiamo entro il {{until}}.',
  complaint_admissible:
    'Il tuo reclamo {{complaint}} è ricevibile: lo esaminiamo e rispondiamo entro il {{until}}.',
  complaint_inadmissible:
    'Il tuo reclamo {{complaint}} non è ricevibile ed è chiuso. Aprilo per leggere i motivi.',
  complaint_extended:
    'Per il tuo reclamo {{complaint}} serve più tempo: avrai risposta entro il {{until}}. Apri il reclamo per leggere il motivo.',
  complaint_answered: 'C’è una risposta al tuo reclamo {{complaint}}.',
  complaint_closed: 'Il tuo reclamo {{complaint}} è chiuso. Aprilo per leggere l’esito e i motivi.',
};

export default words;
