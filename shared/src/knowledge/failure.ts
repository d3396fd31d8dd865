import type { Question } from './question.ts';

/** When a venture cannot pay, who is paid first, and who stands on both sides. */
export const failureQuestions: readonly Question[] = [
  {
    id: 'default_meaning',
    topic: 'default',
    en: {
      ask: 'A venture is “in default” on its bond. What has happened?',
      options: [
        'It has not paid what it owed when it was due',
        'It has paid back before it was due',
        'It has changed its legal form',
      ],
      why: 'Default means that interest or capital was not paid in time. You may get some of it later, or nothing.',
    },
    it: {
      ask: 'Un’impresa è «inadempiente» sulla sua obbligazione. Che cosa è successo?',
      options: [
        'Non ha pagato alla scadenza ciò che doveva',
        'Ha rimborsato prima della scadenza',
        'Ha cambiato forma giuridica',
      ],
      why: 'Inadempienza significa che interessi o capitale non sono stati pagati in tempo. Forse ne avrai una parte più tardi, forse nulla.',
    },
  },
  {
    id: 'default_good_cause',
    topic: 'default',
    en: {
      ask: 'A venture does much good for its neighbourhood. Can it fail?',
      options: [
        'Yes, like any other enterprise',
        'No, the city would step in',
        'No, impact is measured and so it is safe',
      ],
      why: 'A good purpose pays no bills. Social enterprises fail too, and nobody has to rescue them.',
    },
    it: {
      ask: 'Un’impresa fa molto bene al suo quartiere. Può fallire?',
      options: [
        'Sì, come ogni altra impresa',
        'No, interverrebbe il Comune',
        'No, l’impatto è misurato e quindi è sicura',
      ],
      why: 'Un buon fine non paga i conti. Anche le imprese sociali falliscono, e nessuno è tenuto a salvarle.',
    },
  },
  {
    id: 'ranking_shares',
    topic: 'ranking',
    en: {
      ask: 'An enterprise is wound up and its money does not reach for everybody. Who is paid last?',
      options: ['Its shareholders', 'Its employees', 'Its banks'],
      why: 'Creditors come before owners. Whoever holds shares gets what is left, which is often nothing.',
    },
    it: {
      ask: 'Un’impresa viene liquidata e il denaro non basta per tutti. Chi è pagato per ultimo?',
      options: ['I soci che ne hanno le quote', 'I dipendenti', 'Le banche'],
      why: 'I creditori vengono prima dei proprietari. Chi ha quote riceve ciò che resta, che spesso è nulla.',
    },
  },
  {
    id: 'ranking_bonds',
    topic: 'ranking',
    en: {
      ask: 'You hold an unsecured bond; the bank’s loan is secured by the building. The venture fails. Who is served first from the building?',
      options: ['The bank', 'You and the bank alike', 'You, since you are a private person'],
      why: 'What secures a debt serves that debt first. Who lends without security waits behind.',
    },
    it: {
      ask: 'Hai un’obbligazione senza garanzie; il mutuo della banca è garantito dall’immobile. L’impresa fallisce. Chi si rivale per primo sull’immobile?',
      options: ['La banca', 'Tu e la banca allo stesso modo', 'Tu, perché sei una persona privata'],
      why: 'Ciò che garantisce un debito serve prima quel debito. Chi presta senza garanzie aspetta dietro.',
    },
  },
  {
    id: 'ranking_subordinated',
    topic: 'ranking',
    en: {
      ask: 'What does “subordinated” say about a bond?',
      options: [
        'It is paid only after the other creditors',
        'It is paid before the other creditors',
        'It is paid out under the supervision of a court',
      ],
      why: 'Subordinated debt stands behind other debt, which is why it usually promises more.',
    },
    it: {
      ask: 'Che cosa dice di un’obbligazione la parola «subordinata»?',
      options: [
        'Si paga solo dopo gli altri creditori',
        'Si paga prima degli altri creditori',
        'Si paga sotto la vigilanza di un tribunale',
      ],
      why: 'Il debito subordinato viene dopo gli altri debiti: per questo di solito promette di più.',
    },
  },
  {
    id: 'conflict_meaning',
    topic: 'conflicts',
    en: {
      ask: 'The person who recommends an offer to you is paid by its issuer. What is that?',
      options: [
        'A conflict of interest that you should weigh',
        'A sign that the issuer is generous',
        'A guarantee of quality',
      ],
      why: 'Who is paid by one side may not advise the other without interest. Ask who pays before you believe.',
    },
    it: {
      ask: 'Chi ti consiglia un’offerta è pagato dall’emittente. Che cos’è?',
      options: [
        'Un conflitto di interessi di cui tener conto',
        'Un segno che l’emittente è generoso',
        'Una garanzia di qualità',
      ],
      why: 'Chi è pagato da una parte può non consigliare l’altra in modo disinteressato. Chiediti chi paga, prima di credere.',
    },
  },
  {
    id: 'conflict_venue',
    topic: 'conflicts',
    en: {
      ask: 'May the venue itself invest in the offers that it shows?',
      options: ['No, it takes part in no offer', 'Yes, as everybody else', 'Yes, if it says so afterwards'],
      why: 'A venue that took part in its own offers would stand on both sides. The law forbids it.',
    },
    it: {
      ask: 'La borsa può investire nelle offerte che presenta?',
      options: ['No, non partecipa a nessuna offerta', 'Sì, come chiunque altro', 'Sì, se lo dice dopo'],
      why: 'Una borsa che partecipa alle proprie offerte starebbe da entrambe le parti. La legge lo vieta.',
    },
  },
];
