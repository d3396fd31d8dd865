import type { Posed } from './question.ts';

/** How long a commitment binds, what is promised, and who is paid first. */
export const termsQuestions: readonly Posed[] = [
  {
    id: 'duration',
    en: {
      ask: 'How long should you be able to do without this money?',
      options: [
        'For years, and perhaps for good',
        'Until the reflection period ends',
        'For a month, then it can be called back',
      ],
      why: 'What is invested here is tied up for as long as the instrument runs, often for years, and may never come back.',
    },
    it: {
      ask: 'Per quanto tempo devi poter fare a meno di questo denaro?',
      options: [
        'Per anni, e forse per sempre',
        'Finché dura il periodo di riflessione',
        'Per un mese, poi si può richiamare',
      ],
      why: 'Ciò che si investe qui resta impegnato per tutta la durata dello strumento, spesso per anni, e può non tornare mai.',
    },
  },
  {
    id: 'return',
    en: {
      ask: 'The sheet names a return that the issuer hopes for. What is certain about it?',
      options: [
        'Nothing: it may be lower, come later, or not at all',
        'It is owed, whatever the business makes',
        'The half of it is guaranteed by law',
      ],
      why: 'A return that is hoped for is no promise. It depends on the business, and where the business makes nothing there may be none.',
    },
    it: {
      ask: 'La scheda indica un rendimento sperato dall’emittente. Che cosa ha di certo?',
      options: [
        'Nulla: può essere minore, arrivare tardi o non arrivare',
        'È dovuto, comunque vadano gli affari',
        'La metà è garantita dalla legge',
      ],
      why: 'Un rendimento sperato non è una promessa. Dipende dagli affari, e se gli affari non rendono può non esserci.',
    },
  },
  {
    id: 'reflection',
    en: {
      ask: 'After the four days of reflection you change your mind. What then?',
      options: [
        'I can no longer revoke, and my money is taken',
        'I can still revoke, for a fee',
        'The venue gives me another four days',
      ],
      why: 'Within the four days you revoke without reason or cost. After them the money is taken, and only a change of the sheet or a defect opens the way again.',
    },
    it: {
      ask: 'Dopo i quattro giorni di riflessione cambi idea. E allora?',
      options: [
        'Non posso più revocare, e il denaro è prelevato',
        'Posso ancora revocare, pagando',
        'La piazza mi dà altri quattro giorni',
      ],
      why: 'Entro i quattro giorni revochi senza motivi né costi. Dopo, il denaro è prelevato, e solo una modifica o un difetto della scheda riapre la via.',
    },
  },
  {
    id: 'ranking',
    en: {
      ask: 'The enterprise becomes insolvent. When is it your turn to be paid?',
      options: [
        'After others with better rights, from what is left, if anything',
        'First, because I am a small investor',
        'Together with its employees',
      ],
      why: 'Employees, taxes and secured lenders come first, and holders of shares last of all. What is left for them is often nothing.',
    },
    it: {
      ask: 'L’impresa diventa insolvente. Quando tocca a te essere pagato?',
      options: [
        'Dopo altri con diritti migliori, con ciò che resta, se resta',
        'Per primo, perché sono un piccolo investitore',
        'Insieme ai suoi dipendenti',
      ],
      why: 'Prima vengono dipendenti, fisco e creditori garantiti, per ultimi i soci. Per loro spesso non resta nulla.',
    },
  },
  {
    id: 'impact',
    en: {
      ask: 'The venture does much good. What does that say about your money?',
      options: [
        'Nothing: it may do good and still fail',
        'That the city will step in if it fails',
        'That it is safer than in other ventures',
      ],
      why: 'Doing good protects nobody from loss. A venture may reach its social aim and still be unable to pay.',
    },
    it: {
      ask: 'L’impresa fa molto del bene. Che cosa dice questo dei tuoi soldi?',
      options: [
        'Nulla: può fare del bene e fallire comunque',
        'Che la città interviene se fallisce',
        'Che sono più sicuri che in altre imprese',
      ],
      why: 'Fare del bene non protegge dalle perdite. Un’impresa può raggiungere il suo scopo sociale e non riuscire a pagare.',
    },
  },
];
