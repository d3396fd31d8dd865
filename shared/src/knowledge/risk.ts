import type { Question } from './question.ts';

/** What can be lost, and how much of one's own to risk. */
export const riskQuestions: readonly Question[] = [
  {
    id: 'risk_total_loss',
    topic: 'risk',
    en: {
      ask: 'You put €1,000 into the shares of a young social enterprise. What is the most you can lose?',
      options: [
        'All of the €1,000',
        'Half of it, because the law caps losses',
        'Nothing, if you hold on long enough',
      ],
      why: 'A young enterprise may fail, and its shares are then worth nothing. No law and no waiting limits the loss.',
    },
    it: {
      ask: 'Investi 1.000 € nelle azioni di una giovane impresa sociale. Quanto puoi perdere al massimo?',
      options: [
        'Tutti i 1.000 €',
        'La metà, perché la legge limita le perdite',
        'Nulla, se aspetti abbastanza a lungo',
      ],
      why: 'Una giovane impresa può fallire, e le sue azioni allora non valgono più nulla. Né la legge né l’attesa limitano la perdita.',
    },
  },
  {
    id: 'risk_return',
    topic: 'risk',
    en: {
      ask: 'One offer hopes for 2 % a year, another for 12 %. What does the difference usually mean?',
      options: [
        'The second one carries a higher risk of loss',
        'The second one is better managed',
        'The first one has hidden fees',
      ],
      why: 'A higher hoped-for return is usually the price of a higher risk. It is no sign of quality, and it is no promise.',
    },
    it: {
      ask: 'Un’offerta spera nel 2 % l’anno, un’altra nel 12 %. Che cosa significa di solito la differenza?',
      options: [
        'La seconda comporta un rischio di perdita maggiore',
        'La seconda è gestita meglio',
        'La prima nasconde dei costi',
      ],
      why: 'Un rendimento sperato più alto è di solito il prezzo di un rischio più alto. Non è segno di qualità, e non è una promessa.',
    },
  },
  {
    id: 'risk_past',
    topic: 'risk',
    en: {
      ask: 'A cooperative has paid 4 % to its members in each of the last five years. What will it pay next year?',
      options: [
        'Nobody knows: it may be less, or nothing',
        'At least 4 %',
        'Exactly the average of the five years',
      ],
      why: 'What was paid in the past promises nothing about the future.',
    },
    it: {
      ask: 'Una cooperativa ha pagato ai soci il 4 % in ciascuno degli ultimi cinque anni. Quanto pagherà l’anno prossimo?',
      options: [
        'Nessuno lo sa: forse meno, forse nulla',
        'Almeno il 4 %',
        'Esattamente la media dei cinque anni',
      ],
      why: 'Ciò che è stato pagato in passato non promette nulla per il futuro.',
    },
  },
  {
    id: 'risk_borrowed',
    topic: 'risk',
    en: {
      ask: 'You borrow money to invest, and the enterprise fails. What happens to your loan?',
      options: [
        'You still owe all of it, with interest',
        'The lender shares the loss with you',
        'The enterprise takes it over',
      ],
      why: 'The loan is yours, whatever became of the investment: you can lose more than you had.',
    },
    it: {
      ask: 'Chiedi un prestito per investire, e l’impresa fallisce. Che cosa succede al prestito?',
      options: [
        'Lo devi restituire per intero, con gli interessi',
        'Chi te l’ha fatto divide con te la perdita',
        'Passa all’impresa',
      ],
      why: 'Il prestito è tuo, comunque vada l’investimento: puoi perdere più di quello che avevi.',
    },
  },
  {
    id: 'risk_reserve',
    topic: 'risk',
    en: {
      ask: 'Which money is the wrong money for an investment here?',
      options: [
        'What you will need for rent and emergencies',
        'What you could lose without changing how you live',
        'What you would otherwise give away',
      ],
      why: 'Invest only what you can bear to lose entirely and can do without for years.',
    },
    it: {
      ask: 'Quale denaro è quello sbagliato per un investimento qui?',
      options: [
        'Quello che ti servirà per l’affitto e gli imprevisti',
        'Quello che potresti perdere senza cambiare vita',
        'Quello che altrimenti doneresti',
      ],
      why: 'Investi solo ciò che puoi permetterti di perdere del tutto e di cui puoi fare a meno per anni.',
    },
  },
  {
    id: 'risk_bear',
    topic: 'risk',
    en: {
      ask: 'What does the simulation of the ability to bear loss show?',
      options: [
        'What losing a tenth of your net worth would mean for you',
        'How much the venture will lose',
        'How much the venue would pay back to you',
      ],
      why: 'It is computed from your income, liquid assets and commitments, so that you see what a loss would mean before you risk it.',
    },
    it: {
      ask: 'Che cosa mostra la simulazione della capacità di sostenere perdite?',
      options: [
        'Che cosa significherebbe per te perdere un decimo del patrimonio netto',
        'Quanto perderà l’impresa',
        'Quanto ti restituirebbe la borsa',
      ],
      why: 'Si calcola da reddito, attività liquide e impegni, perché tu veda che cosa significherebbe una perdita prima di rischiarla.',
    },
  },
];
