import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  signIn: {
    title: 'Accedi',
    lead: 'Bentornata, bentornato in piazza.',
    submit: 'Accedi',
    forgot: 'Password dimenticata?',
    noAccount: 'Non hai un conto?',
    register: 'Aprine uno',
  },
  secondStep: {
    lead: 'La password è giusta. Questo conto chiede anche un secondo fattore.',
    code: 'Codice della tua app',
    hint: 'Sei cifre, oppure uno dei tuoi codici di recupero.',
    passkey: 'Usa invece una passkey',
    passkeyAlone: 'Entra con una passkey',
    declined: 'Il browser non ha completato l’operazione. Puoi riprovare.',
    again: 'Ricomincia',
  },
  field: {
    email: 'Indirizzo email',
    password: 'Password',
    newPassword: 'Nuova password',
    displayName: 'Il tuo nome',
    displayNameHint: 'Come lo vedranno la borsa e le persone con cui hai a che fare.',
    passwordHint:
      'Almeno 12 caratteri. Alcune parole che solo tu metteresti insieme valgono più di segni e cifre.',
    passwordLeft_one: 'Manca {{count}} carattere',
    passwordLeft_other: 'Mancano {{count}} caratteri',
    passwordEnough: 'Lunghezza sufficiente',
    role: 'Che cosa ti porta qui?',
    locale: 'Lingua',
    show: 'Mostra la password',
  },
  error: {
    email: 'Scrivi il tuo indirizzo email, per esempio nome@example.org.',
    password: 'Scrivi la tua password.',
    newPassword: 'La password deve avere almeno 12 caratteri.',
    displayName: 'Scrivi un nome da 2 a 80 caratteri.',
  },
  weak: {
    too_short: 'È troppo corta: almeno 12 caratteri.',
    common: 'È negli elenchi delle password più usate.',
    repetitive: 'Si ripete troppo.',
    like_email: 'Somiglia troppo al tuo indirizzo email.',
  },
  register: {
    title: 'Apri un conto',
    lead: 'Gratuito. Puoi guardare tutto anche senza; serve per impegnarti, per emettere o per seguire ciò che è tuo.',
    investor: 'Voglio investire',
    investorHint: 'Impegnarmi nelle offerte, avere quote, seguire che cosa ne nasce.',
    enterprise: 'Rappresento un’impresa',
    enterpriseHint: 'Scrivere un’emissione, farla esaminare, raccogliere denaro in pubblico.',
    submit: 'Apri il conto',
    haveOne: 'Ne hai già uno?',
    signIn: 'Accedi',
    doneTitle: 'Guarda la tua posta',
    doneText:
      'Abbiamo inviato un collegamento a {{email}}. Aprilo entro 24 ore per confermare l’indirizzo; poi accedi.',
    doneSimulation:
      'In questa simulazione la posta non esce dalla borsa: gli operatori trovano il messaggio nella posta in uscita del loro sportello.',
  },
  verify: {
    title: 'Conferma il tuo indirizzo email',
    lead: 'Un clic e il conto è tuo.',
    submit: 'Conferma l’indirizzo',
    doneTitle: 'Il tuo indirizzo è confermato',
    doneText: 'Ora puoi accedere.',
    missing:
      'Il collegamento nel messaggio porta qui con un codice; questo indirizzo non ne ha. Apri il collegamento stesso.',
  },
  reset: {
    title: 'Una nuova password',
    lead: 'Inviamo un collegamento al tuo indirizzo. Vale una volta sola, entro un’ora.',
    submit: 'Invia il collegamento',
    sentTitle: 'Guarda la tua posta',
    sentText: 'Se {{email}} ha un conto qui, un collegamento è in viaggio.',
    confirmLead: 'Scegli la nuova password. Tutti i dispositivi collegati saranno scollegati.',
    confirmSubmit: 'Imposta la password',
    doneTitle: 'La nuova password è impostata',
    doneText: 'Usala per accedere.',
  },
  profile: {
    onboarding: 'Il tuo percorso di ingresso',
    security: 'Accesso in due passaggi, sessioni e dati personali',
    title: 'Profilo',
    lead: 'Come ti conosce la borsa.',
    save: 'Salva',
    saved: 'Salvato.',
    standing: 'La tua posizione',
    email: 'Indirizzo email',
    roles: 'Ruoli',
    noRoles: 'ancora nessuno',
    tier: 'Fascia di assegnazione',
    tierHelp:
      'Quando un’offerta si ripartisce, le fasce sono servite una dopo l’altra. Un operatore registra la tua dopo aver visto i documenti.',
    class: 'Categoria di investitore',
    classes: { non_sophisticated: 'Non sofisticato', sophisticated: 'Sofisticato' },
    classHelp:
      'Gli investitori non sofisticati sono più protetti: quattro giorni di riflessione in cui un impegno si può revocare.',
    warning: 'Avvertenza sul rischio',
    warningSeen: 'letta il {{date}}',
    warningUnseen: 'non ancora confermata',
    password: 'Cambia la password',
  },
  notices: {
    title: 'Avvisi',
    lead: 'Quello che la borsa aveva da dirti, dal più recente.',
    new: 'nuovo',
    open: 'Apri',
    emptyTitle: 'Ancora nulla',
    emptyText:
      'La borsa scrive qui quando si muove qualcosa di tuo: un impegno, un riparto, un esame, un ruolo.',
  },
};

export default words;
