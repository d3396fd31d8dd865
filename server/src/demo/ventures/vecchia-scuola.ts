import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const vecchiaScuola: Venture = {
  key: 'vecchia-scuola',
  language: 'it',
  organisation: {
    name: 'La Vecchia Scuola (demo)',
    legalForm: 'cooperativa_sociale',
    place: 'Biella',
    website: '',
    about: prose`
      Cooperativa di comunità inventata per questa dimostrazione. Ha in concessione una scuola elementare chiusa e
      vuole farne un luogo di lavoro per associazioni, artigiani e un doposcuola.`,
  },
  texts: {
    title: 'La Vecchia Scuola: undici aule da riaprire',
    tagline: 'Un edificio pubblico vuoto da nove anni diventa casa di associazioni, botteghe e doposcuola.',
    story: prose`
      La campanella ha suonato per l'ultima volta nove anni fa. Da allora undici aule, una palestra e un cortile
      con due platani aspettano. Il Comune ci ha dato l'edificio in concessione per trent'anni: il canone scende
      di mille euro per ogni cento persone che lo usano, e risale se le persone non arrivano.

      Il progetto prevede sette aule per associazioni e artigiani a un affitto che possano pagare, due per il
      doposcuola, una cucina e una sala che la sera diventa palestra. Ventitré organizzazioni hanno firmato un
      impegno a entrare.

      È la formula che ci convince: se l'edificio serve davvero al quartiere costa poco, se resta vuoto costa
      caro. Chi investe con noi accetta lo stesso patto.`,
    team: prose`
      Un presidente che insegnava in questa scuola, due architette, un direttore dei lavori e un gruppo di
      venticinque genitori che ha già ripulito il cortile.`,
    useOfProceeds: prose`
      280.000 € per impianti e sicurezza antincendio; 150.000 € per tetto e serramenti; 60.000 € per l'ascensore;
      30.000 € per gli arredi; 30.000 € di riserva.`,
    risks: prose`
      Un edificio vuoto da nove anni nasconde sorprese. Il canone può risalire. L'adeguamento antincendio dipende
      da un parere non ancora definitivo. Le quote non hanno mercato e il capitale può andare perso.`,
    redemption: 'Quote rimborsabili dal sesto anno, al nominale e nei limiti delle riserve.',
    outcome:
      'Un edificio pubblico torna utile e le organizzazioni del quartiere hanno un posto dove lavorare.',
    indicatorUnit: 'organizzazioni ospitate',
    what: 'Spazi caldi, sicuri e condivisi, a un affitto di 4 € al metro quadrato al mese.',
    who: 'Associazioni e piccoli artigiani oggi in locali provvisori, e ottanta bambini del doposcuola.',
    howMuch: 'Ventotto organizzazioni e un migliaio di persone la settimana entro il terzo anno.',
    contribution: prose`
      L'edificio è stato offerto tre volte e nessuno lo ha voluto. Quattro delle ventotto organizzazioni avrebbero
      trovato altro: non le contiamo.`,
    impactRisk:
      'Se gli affitti salissero per coprire i lavori, entrerebbero altri inquilini e l’effetto svanirebbe.',
    counterfactual: 'Le altre due scuole chiuse nello stesso anno sono ancora vuote; una è pericolante.',
    evidencePlan:
      'Contratti di ospitalità, contapersone all’ingresso, relazione annuale al Comune e ai soci.',
  },
  facts: {
    sector: 'culture',
    instrument: 'community_share',
    transferability: 'with_consent',
    couponBps: null,
    accrual: 'none',
    indicator: 'PI2575',
    sdgTarget: '11.3',
    baseline: 0,
    target: 28,
    targetYears: 3,
    priceEuro: 50,
    lot: 2,
    softCapEuro: 350_000,
    hardCapEuro: 550_000,
    minimumEuro: 200,
    reserves: { community: 3_000, retail: 3_000, institutional: 1_000 },
  },
};
