import type { Question } from './question.ts';

/** What protects an investor and what does not, and what impact says about money. */
export const rightsQuestions: readonly Question[] = [
  {
    id: 'protection_deposit',
    topic: 'protection',
    en: {
      ask: 'Is money invested in an offer covered by a deposit guarantee scheme, like money in a bank account?',
      options: ['No, it is not a deposit', 'Yes, up to €100,000', 'Yes, but only for bonds'],
      why: 'Crowdfunding is no deposit: no guarantee scheme and no investor compensation scheme pays it back.',
    },
    it: {
      ask: 'Il denaro investito in un’offerta è coperto da un fondo di garanzia dei depositi, come quello sul conto in banca?',
      options: ['No, non è un deposito', 'Sì, fino a 100.000 €', 'Sì, ma solo per le obbligazioni'],
      why: 'Il crowdfunding non è un deposito: nessun fondo di garanzia e nessun sistema di indennizzo lo restituisce.',
    },
  },
  {
    id: 'protection_reflection',
    topic: 'protection',
    en: {
      ask: 'You committed yesterday and have changed your mind. As a non-sophisticated investor you …',
      options: [
        'can revoke within four calendar days, without reason or penalty',
        'can revoke only if the issuer agrees',
        'can revoke for a fee of 1 %',
      ],
      why: 'The reflection period of four calendar days is yours by law: no reason, no penalty, by the same route.',
    },
    it: {
      ask: 'Ieri hai preso un impegno e hai cambiato idea. Come investitore non sofisticato …',
      options: [
        'puoi revocarlo entro quattro giorni di calendario, senza motivo né penale',
        'puoi revocarlo solo se l’emittente è d’accordo',
        'puoi revocarlo pagando l’1 %',
      ],
      why: 'Il periodo di riflessione di quattro giorni di calendario è tuo per legge: nessun motivo, nessuna penale, per la stessa via.',
    },
  },
  {
    id: 'protection_after',
    topic: 'protection',
    en: {
      ask: 'The reflection period has ended and the offer has reached its soft cap. Can you still take your money back?',
      options: [
        'No, from then on the commitment binds',
        'Yes, until the first report',
        'Yes, for as long as the offer is open',
      ],
      why: 'After the reflection period a commitment binds you. Look at it before it ends.',
    },
    it: {
      ask: 'Il periodo di riflessione è finito e l’offerta ha raggiunto la soglia minima. Puoi ancora riprendere il denaro?',
      options: [
        'No, da allora l’impegno vincola',
        'Sì, fino alla prima relazione',
        'Sì, finché l’offerta è aperta',
      ],
      why: 'Dopo il periodo di riflessione l’impegno ti vincola. Ripensaci prima che finisca.',
    },
  },
  {
    id: 'protection_kiis',
    topic: 'protection',
    en: {
      ask: 'Who has approved the key investment information sheet of an offer?',
      options: [
        'No authority: its owner answers for it',
        'The supervisory authority, which checks every figure',
        'The city that hosts the venue',
      ],
      why: 'The sheet is not approved by an authority. The project owner answers for what it says: read it critically.',
    },
    it: {
      ask: 'Chi ha approvato la scheda con le informazioni chiave di un’offerta?',
      options: [
        'Nessuna autorità: ne risponde il titolare del progetto',
        'L’autorità di vigilanza, che controlla ogni cifra',
        'La città che ospita la borsa',
      ],
      why: 'La scheda non è approvata da un’autorità. Ne risponde il titolare del progetto: leggila con senso critico.',
    },
  },
  {
    id: 'protection_admission',
    topic: 'protection',
    en: {
      ask: 'The venue has admitted a listing. What does that tell you about its success?',
      options: [
        'Nothing: it was found complete and plausible, no more',
        'That it will very likely succeed',
        'That the venue answers for losses',
      ],
      why: 'Admission is a check of completeness and plausibility. It is no forecast and no guarantee.',
    },
    it: {
      ask: 'La borsa ha ammesso un’emissione. Che cosa ti dice del suo successo?',
      options: [
        'Nulla: è stata trovata completa e plausibile, non di più',
        'Che molto probabilmente riuscirà',
        'Che la borsa risponde delle perdite',
      ],
      why: 'L’ammissione verifica che tutto sia completo e plausibile. Non è una previsione né una garanzia.',
    },
  },
  {
    id: 'impact_no_return',
    topic: 'impact',
    en: {
      ask: 'A venture reaches all of its impact targets. What does that say about the money you get?',
      options: [
        'Nothing by itself: impact is no financial return',
        'That the return is paid for certain',
        'That the unit is worth more than you paid',
      ],
      why: 'Impact and money are two things. Only where an instrument links them in writing does one move the other.',
    },
    it: {
      ask: 'Un’impresa raggiunge tutti i suoi obiettivi di impatto. Che cosa dice del denaro che ricevi?',
      options: [
        'Di per sé nulla: l’impatto non è un rendimento finanziario',
        'Che il rendimento è pagato di sicuro',
        'Che la quota vale più di quanto l’hai pagata',
      ],
      why: 'Impatto e denaro sono due cose diverse. Solo dove lo strumento le lega per iscritto, una muove l’altra.',
    },
  },
  {
    id: 'impact_self_declared',
    topic: 'impact',
    en: {
      ask: 'An impact figure is marked “self-declared”. What does that mean?',
      options: [
        'Nobody independent has checked it yet',
        'A public body has certified it',
        'It is the highest grade of evidence',
      ],
      why: 'Figures are self-declared, documented, verified or assured. The first is the weakest.',
    },
    it: {
      ask: 'Un dato di impatto è segnato «autodichiarato». Che cosa significa?',
      options: [
        'Nessun soggetto indipendente l’ha ancora controllato',
        'L’ha certificato un ente pubblico',
        'È il grado di prova più alto',
      ],
      why: 'I dati sono autodichiarati, documentati, verificati o asseverati. Il primo grado è il più debole.',
    },
  },
  {
    id: 'impact_linked',
    topic: 'impact',
    en: {
      ask: 'The coupon of an impact-linked bond moves with verified outcomes. What can happen to you as a holder?',
      options: [
        'You may receive less, depending on the outcomes',
        'Your coupon can only rise',
        'Your capital is guaranteed by the outcomes',
      ],
      why: 'A coupon that moves can move against you, and the issuer may still fail.',
    },
    it: {
      ask: 'La cedola di un’obbligazione legata all’impatto si muove con i risultati verificati. Che cosa può capitarti?',
      options: [
        'Di ricevere meno, secondo i risultati',
        'Che la cedola può solo salire',
        'Che il capitale è garantito dai risultati',
      ],
      why: 'Una cedola che si muove può muoversi a tuo sfavore, e l’emittente può comunque fallire.',
    },
  },
];
