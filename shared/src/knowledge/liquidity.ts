import type { Question } from './question.ts';

/** Getting out again, and not putting all eggs in one basket. */
export const liquidityQuestions: readonly Question[] = [
  {
    id: 'liquidity_sell',
    topic: 'liquidity',
    en: {
      ask: 'You need your money back next month. What may happen?',
      options: [
        'You find nobody who buys your units',
        'The venue buys them at the price you paid',
        'The enterprise has to redeem them within a month',
      ],
      why: 'Units sell only when somebody wants them. Neither the venue nor the enterprise has to take them back.',
    },
    it: {
      ask: 'Il mese prossimo ti serve il tuo denaro. Che cosa può succedere?',
      options: [
        'Non trovi nessuno che compri le tue quote',
        'La borsa le compra al prezzo che hai pagato',
        'L’impresa deve rimborsarle entro un mese',
      ],
      why: 'Le quote si vendono solo se qualcuno le vuole. Né la borsa né l’impresa sono tenute a riprenderle.',
    },
  },
  {
    id: 'liquidity_price',
    topic: 'liquidity',
    en: {
      ask: 'A market with few buyers: what does it mean for the price when you want to sell quickly?',
      options: [
        'You may have to accept much less than you paid',
        'The price stays, since few trades move it',
        'The venue sets a fair price for you',
      ],
      why: 'Where few want to buy, whoever must sell quickly has to accept what is offered.',
    },
    it: {
      ask: 'Un mercato con pochi compratori: che cosa significa per il prezzo, se vuoi vendere in fretta?',
      options: [
        'Forse devi accettare molto meno di quanto hai pagato',
        'Il prezzo resta quello, perché pochi scambi non lo muovono',
        'La borsa fissa per te un prezzo equo',
      ],
      why: 'Dove pochi vogliono comprare, chi deve vendere in fretta accetta ciò che gli offrono.',
    },
  },
  {
    id: 'liquidity_transfer',
    topic: 'liquidity',
    en: {
      ask: 'An instrument is “transferable with the issuer’s consent”. What does that mean?',
      options: [
        'You cannot pass it on unless the issuer agrees',
        'The issuer finds a buyer for you',
        'You may sell it to anybody at any time',
      ],
      why: 'Each instrument says whether it can be passed on. Some need consent, some cannot be passed on at all.',
    },
    it: {
      ask: 'Uno strumento è «trasferibile con il consenso dell’emittente». Che cosa significa?',
      options: [
        'Non puoi cederlo se l’emittente non è d’accordo',
        'L’emittente ti trova un compratore',
        'Puoi venderlo a chiunque in qualsiasi momento',
      ],
      why: 'Ogni strumento dice se si può cedere. Per alcuni serve il consenso, altri non si possono cedere affatto.',
    },
  },
  {
    id: 'liquidity_term',
    topic: 'liquidity',
    en: {
      ask: 'A bond is paid back in seven years. Until then you …',
      options: [
        'should count on doing without the money',
        'can have it paid back once a year',
        'can have it paid back in an emergency',
      ],
      why: 'A bond is repaid when it is due. Before that you can only try to sell it.',
    },
    it: {
      ask: 'Un’obbligazione si rimborsa fra sette anni. Fino ad allora …',
      options: [
        'conviene contare di fare a meno di quel denaro',
        'puoi fartela rimborsare una volta l’anno',
        'puoi fartela rimborsare in caso di emergenza',
      ],
      why: 'Un’obbligazione si rimborsa alla scadenza. Prima puoi solo cercare di venderla.',
    },
  },
  {
    id: 'diversify_spread',
    topic: 'diversification',
    en: {
      ask: 'You want to invest €2,000. Which way lowers the damage if one venture fails?',
      options: [
        'Spreading it over several different ventures',
        'Putting it all into the one you know best',
        'Putting it into one venture in two instalments',
      ],
      why: 'Who spreads the money loses only a part when one venture fails. It does not remove the risk.',
    },
    it: {
      ask: 'Vuoi investire 2.000 €. Come riduci il danno se un’impresa fallisce?',
      options: [
        'Dividendoli fra più imprese diverse',
        'Mettendoli tutti in quella che conosci meglio',
        'Mettendoli in una sola impresa, in due volte',
      ],
      why: 'Chi divide il denaro ne perde solo una parte quando un’impresa fallisce. Il rischio però non scompare.',
    },
  },
  {
    id: 'diversify_same',
    topic: 'diversification',
    en: {
      ask: 'You hold units of five social housing cooperatives in one city. How well is your money spread?',
      options: [
        'Badly: what hits one may hit all five',
        'Well: five is enough in any case',
        'Perfectly: housing never loses its value',
      ],
      why: 'The same sector and the same place share the same dangers. Spreading works across different ones.',
    },
    it: {
      ask: 'Hai quote di cinque cooperative di casa sociale nella stessa città. Quanto è diversificato il tuo denaro?',
      options: [
        'Poco: ciò che colpisce una può colpirle tutte',
        'Bene: cinque bastano in ogni caso',
        'Perfettamente: le case non perdono mai valore',
      ],
      why: 'Stesso settore e stesso luogo hanno gli stessi pericoli. Diversificare vuol dire cambiare l’uno e l’altro.',
    },
  },
];
