import type { Posed } from './question.ts';

/** What can be lost with a commitment, and who makes up for it. */
export const lossQuestions: readonly Posed[] = [
  {
    id: 'lose_all',
    en: {
      ask: 'The venture you commit to fails. What can happen to your money?',
      options: ['I may lose all of it', 'I lose at most half of it', 'The venue pays it back to me'],
      why: 'If the venture fails there may be nothing left for investors. Nobody caps the loss, and the venue pays nothing back.',
    },
    it: {
      ask: 'L’impresa a cui destini il denaro fallisce. Che cosa può accadere ai tuoi soldi?',
      options: ['Posso perderli tutti', 'Ne perdo al massimo la metà', 'La piazza me li restituisce'],
      why: 'Se l’impresa fallisce, per chi ha investito può non restare nulla. Nessuno limita la perdita, e la piazza non restituisce niente.',
    },
  },
  {
    id: 'no_guarantee',
    en: {
      ask: 'Which guarantee scheme covers this commitment?',
      options: [
        'None: neither deposit guarantee nor investor compensation',
        'The deposit guarantee, up to €100,000',
        'The investor compensation scheme, up to €20,000',
      ],
      why: 'Deposit guarantee covers deposits at banks, and investor compensation other services. Units bought here are covered by neither.',
    },
    it: {
      ask: 'Quale sistema di garanzia copre questo impegno?',
      options: [
        'Nessuno: né la garanzia dei depositi né l’indennizzo degli investitori',
        'La garanzia dei depositi, fino a 100.000 €',
        'L’indennizzo degli investitori, fino a 20.000 €',
      ],
      why: 'La garanzia dei depositi copre i depositi in banca, l’indennizzo altri servizi. Le quote comprate qui non sono coperte da nessuno dei due.',
    },
  },
  {
    id: 'no_resale',
    en: {
      ask: 'In a year you need the money back. What can you count on?',
      options: [
        'On nothing: there may be nobody who buys my units',
        'On the venue, which buys them at the price I paid',
        'On the issuer, which has to take them back',
      ],
      why: 'Somebody has to want your units, at a price that may be lower. Neither the venue nor the issuer has to take them.',
    },
    it: {
      ask: 'Fra un anno ti serve il denaro. Su che cosa puoi contare?',
      options: [
        'Su nulla: può non esserci chi compra le mie quote',
        'Sulla piazza, che le ricompra al prezzo pagato',
        'Sull’emittente, che deve riprenderle',
      ],
      why: 'Serve qualcuno che voglia le tue quote, magari a un prezzo più basso. Né la piazza né l’emittente sono tenuti a riprenderle.',
    },
  },
  {
    id: 'concentration',
    en: {
      ask: 'You put most of your savings into this one offer. What does that do?',
      options: [
        'One failure could take most of my savings',
        'It lowers my risk, since I know the venture well',
        'Nothing: the risk does not depend on how much it is',
      ],
      why: 'Whoever spreads savings over many things loses little with each. With all of it in one venture, its failure takes nearly everything.',
    },
    it: {
      ask: 'Metti gran parte dei tuoi risparmi in quest’unica offerta. Che cosa comporta?',
      options: [
        'Un solo fallimento può portarsi via gran parte dei miei risparmi',
        'Riduce il rischio, perché conosco bene l’impresa',
        'Nulla: il rischio non dipende da quanto metto',
      ],
      why: 'Chi distribuisce i risparmi perde poco con ogni cosa. Se è tutto in una sola impresa, il suo fallimento porta via quasi tutto.',
    },
  },
  {
    id: 'sheet',
    en: {
      ask: 'Where do you find what this offer costs, what its risks are and what your rights are?',
      options: [
        'In the key investment information sheet, which nobody has approved for me',
        'In the listing, since the venue recommends what it admits',
        'In the prospectus, which the authority has approved',
      ],
      why: 'The sheet is the issuer’s own, and no authority has approved it. To read it and to judge it is up to you; that an offer is admitted is no advice.',
    },
    it: {
      ask: 'Dove trovi i costi, i rischi e i tuoi diritti in questa offerta?',
      options: [
        'Nella scheda con le informazioni chiave, che nessuno ha approvato per me',
        'Nella quotazione, perché la piazza consiglia ciò che ammette',
        'Nel prospetto, che l’autorità ha approvato',
      ],
      why: 'La scheda è dell’emittente, e nessuna autorità l’ha approvata. Leggerla e giudicarla spetta a te; che un’offerta sia ammessa non è un consiglio.',
    },
  },
];
