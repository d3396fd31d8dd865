import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

const organisation: Venture['organisation'] = {
  name: 'Forno Aperto (demo)',
  legalForm: 'cooperativa_sociale',
  place: 'Torino',
  website: '',
  about: prose`
    Cooperativa sociale di tipo B inventata per questa dimostrazione. Gestisce un forno dentro un istituto
    penitenziario e un banco in città: chi impasta di notte è dipendente a tutti gli effetti, con contratto
    collettivo, busta paga e un tutor che resta accanto anche dopo la scarcerazione.`,
};

export const fornoAperto: Venture = {
  key: 'forno-aperto',
  language: 'it',
  organisation,
  texts: {
    title: 'Forno Aperto: il pane che comincia dentro',
    tagline:
      'Un secondo turno nel forno del carcere e un banco in città: quattordici contratti veri in tre anni.',
    story: prose`
      Alle due di notte, in un corridoio dove tutto il resto dorme, si accende un forno. Sei persone detenute
      impastano, formano e cuociono trecento chili di pane che alle sette sono già sugli scaffali di undici
      botteghe di quartiere. Lo facciamo da quattro anni, con un solo turno e una macchina impastatrice comprata
      usata.

      La richiesta è cresciuta più di noi: mense scolastiche, due gruppi di acquisto e un ospedale ci chiedono
      quantità che un turno solo non può dare. Con questa emissione compriamo un forno a platea, apriamo il
      secondo turno e un banco di vendita in città, dove chi esce dal carcere può continuare a lavorare senza
      ricominciare da zero.

      Chi sottoscrive presta denaro alla cooperativa per cinque anni. La cedola sale se le persone assunte
      restano al lavoro, scende se non succede: abbiamo scelto di legarci al risultato, non alle intenzioni.`,
    team: prose`
      Una direttrice di produzione con vent'anni di panificazione artigianale, un responsabile amministrativo,
      due educatori professionali e un mastro fornaio che ha imparato il mestiere da noi, dentro, e oggi guida il
      turno di notte. Il consiglio ha sette membri, due dei quali sono lavoratori soci.`,
    useOfProceeds: prose`
      118.000 € per il forno a platea, la cella di lievitazione e l'adeguamento elettrico; 64.000 € per
      l'allestimento del banco in città; 38.000 € di capitale circolante per farine e imballi dei primi otto
      mesi; 20.000 € per la formazione e i tutor del secondo turno.`,
    risks: prose`
      Il lavoro si svolge in un luogo che non governiamo noi: un trasferimento, una chiusura temporanea o un
      cambio di direzione possono fermare la produzione. Due clienti fanno il 40 % dei ricavi. Il prezzo delle
      farine è salito del 18 % in due anni. Il capitale non è garantito: potete perdere tutto quello che
      investite.`,
    redemption: prose`
      Rimborso in cinque rate annuali a partire dal secondo anno. Rimborso anticipato a richiesta
      dell'emittente, al valore nominale più gli interessi maturati.`,
    outcome: prose`
      Persone detenute o da poco uscite dal carcere hanno un lavoro regolare e lo mantengono, e il ritorno al
      reato diventa meno probabile.`,
    indicatorUnit: 'persone con contratto a fine anno',
    what: prose`
      Un lavoro retribuito secondo il contratto collettivo, con una qualifica riconosciuta all'esterno. Per le
      persone coinvolte è la cosa che chiedono per prima, prima ancora della casa.`,
    who: prose`
      Persone detenute ammesse al lavoro interno o all'articolo 21 e persone uscite da meno di dodici mesi, in
      maggioranza senza diploma e senza un lavoro regolare negli ultimi tre anni.`,
    howMuch: prose`
      Da sei a venti contratti in tre anni; almeno ventiquattro mesi di lavoro per persona; il salto è grande
      perché il punto di partenza, per quasi tutti, è zero.`,
    contribution: prose`
      Senza di noi il locale del forno resterebbe un magazzino: l'istituto ha cercato per due anni un gestore e
      non lo ha trovato. Una parte delle persone avrebbe però trovato un altro lavoro interno; la stimiamo nel
      15 % e la togliamo dai risultati.`,
    impactRisk: prose`
      Rischio di abbandono dopo la scarcerazione (lo seguiamo con i tutor) e rischio di esecuzione sul banco in
      città, che dipende da un contratto di affitto ancora da firmare.`,
    counterfactual: prose`
      Confrontiamo i nostri lavoratori con chi, nello stesso istituto e con pene simili, era in lista d'attesa:
      negli ultimi tre anni solo uno su nove ha avuto un contratto entro sei mesi dall'uscita.`,
    evidencePlan: prose`
      Comunicazioni obbligatorie di assunzione e cessazione, buste paga, registro dei tutor. Ogni anno un
      valutatore indipendente controlla un campione di fascicoli e intervista chi è uscito.`,
  },
  facts: {
    sector: 'work_inclusion',
    instrument: 'impact_linked_bond',
    transferability: 'with_consent',
    couponBps: 350,
    accrual: 'act_365',
    indicator: 'OI8147',
    sdgTarget: '8.5',
    baseline: 6,
    target: 20,
    targetYears: 3,
    priceEuro: 50,
    lot: 1,
    softCapEuro: 150_000,
    hardCapEuro: 240_000,
    minimumEuro: 100,
    reserves: { community: 3_000, retail: 4_000, institutional: 1_000 },
  },
};

export const pasticceria: Venture = {
  key: 'pasticceria',
  language: 'it',
  organisation,
  texts: {
    title: 'Una pasticceria accanto al forno',
    tagline: 'Biscotti e lievitati da viaggio: il laboratorio che dà lavoro anche di giorno.',
    story: prose`
      Il forno lavora di notte. Di giorno gli stessi spazi sono vuoti, e dieci donne della sezione femminile ci
      hanno chiesto di usarli. Da questa domanda nasce il progetto: un laboratorio di biscotti e lievitati che
      si conservano, con ricette semplici e un catalogo corto, da vendere nelle stazioni e nei musei.

      Abbiamo provato per tre mesi con un prestito di attrezzature: novecento confezioni vendute, tre varianti
      su cinque promosse, una soltanto davvero redditizia. Ora sappiamo che cosa produrre e che cosa no.

      Stiamo ancora scrivendo i numeri di questa emissione con il nostro consulente: la bozza è qui perché chi
      ci segue possa dirci che cosa manca.`,
    team: prose`
      La stessa squadra del forno, con l'aggiunta di una maestra pasticcera che ha insegnato per quindici anni in
      un istituto alberghiero e di una responsabile vendite part-time.`,
    useOfProceeds: prose`
      Planetarie, sfogliatrice e confezionatrice; rifacimento dell'impianto di aspirazione; le scorte di tre
      mesi; una parte, ancora da quantificare, per la certificazione dell'etichetta.`,
    risks: prose`
      I prodotti da viaggio vivono di passeggeri: una stagione fiacca pesa subito. Il laboratorio condivide gli
      spazi con il forno, e un fermo dell'uno ferma l'altra. Il capitale investito può andare perso.`,
    redemption: prose`
      Una quota dei ricavi del laboratorio ogni semestre, fino a una volta e mezza il capitale o comunque non
      oltre sette anni.`,
    outcome: 'Donne detenute lavorano con contratto e imparano un mestiere che vale anche fuori.',
    indicatorUnit: 'donne con contratto a fine anno',
    what: 'Un contratto part-time con qualifica di settore e un attestato di igiene alimentare riconosciuto.',
    who: prose`
      Donne della sezione femminile con almeno un anno di pena davanti, in gran parte madri, quasi tutte al
      primo lavoro regolare.`,
    howMuch: 'Dieci contratti part-time in due anni, per un totale stimato di dodicimila ore retribuite.',
    contribution: prose`
      Oggi nella sezione ci sono quattro posti di lavoro per sessanta persone. Nessun altro soggetto ha
      presentato un progetto produttivo negli ultimi cinque anni.`,
    impactRisk: prose`
      I numeri piccoli rendono l'indicatore fragile: due trasferimenti in un mese cambiano il risultato
      dell'anno.`,
    counterfactual: prose`
      Guardiamo a un istituto di dimensioni simili senza laboratorio: lì il lavoro per le donne è rimasto fermo
      ai servizi domestici interni.`,
    evidencePlan: 'Contratti, buste paga, attestati; un colloquio a sei mesi dall’uscita per chi lo accetta.',
  },
  facts: {
    sector: 'work_inclusion',
    instrument: 'revenue_share',
    transferability: 'none',
    couponBps: null,
    accrual: 'none',
    indicator: 'OI6508',
    sdgTarget: '8.5',
    baseline: 0,
    target: 10,
    targetYears: 2,
    priceEuro: 25,
    lot: 2,
    softCapEuro: 45_000,
    hardCapEuro: 80_000,
    minimumEuro: 50,
    reserves: { community: 4_000, retail: 3_000, institutional: 0 },
  },
};
