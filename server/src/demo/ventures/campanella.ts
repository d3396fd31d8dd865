import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const campanella: Venture = {
  key: 'campanella',
  language: 'it',
  organisation: {
    name: 'Dopo la Campanella (demo)',
    legalForm: 'cooperativa_sociale',
    place: 'Alessandria',
    website: '',
    about: prose`
      Cooperativa educativa inventata per questa dimostrazione: sette doposcuola in quartieri dove a sedici anni un
      ragazzo su cinque ha già smesso di andare a scuola.`,
  },
  texts: {
    title: 'Dopo la Campanella: nessuno si perde alle medie',
    tagline: 'Doposcuola gratuiti pagati a risultato: se i ragazzi restano a scuola, paga una fondazione.',
    story: prose`
      La dispersione comincia prima di quando si vede. In seconda media arrivano le assenze del lunedì, in terza i
      voti sotto il quattro, poi il silenzio. I nostri doposcuola lavorano lì: tre pomeriggi la settimana, gruppi
      di otto, un'educatrice che conosce anche i genitori.

      Con una fondazione abbiamo scritto un contratto a risultato: per ogni ragazzo che due anni dopo è ancora
      iscritto e promosso, 2.100 €, fino a un massimo di 380.000 €. La verifica la fa l'ufficio scolastico, sui
      suoi registri.

      Le note di questa emissione anticipano il costo dei due anni. Se i ragazzi restano a scuola vengono
      rimborsate con il 3,5 %; se non restano, si perde.`,
    team: prose`
      Trentotto educatori, una pedagogista, due insegnanti distaccate e una responsabile dei dati che ha lavorato
      in un istituto di statistica.`,
    useOfProceeds: prose`
      262.000 € di stipendi degli educatori per due anni; 36.000 € di merende, libri e trasporti; 22.000 € per la
      raccolta dei dati; 20.000 € di riserva.`,
    risks: prose`
      Se i risultati verificati fossero meno del 55 % del previsto, le note perderebbero capitale. Un cambio di
      dirigente scolastico può complicare la collaborazione. Non c'è alcuna garanzia sul capitale.`,
    redemption: 'Due rimborsi, a 24 e 36 mesi, nella misura dei risultati verificati.',
    outcome: 'Ragazzi a rischio restano a scuola e ci stanno meglio.',
    indicatorUnit: 'ragazzi di famiglie a basso reddito iscritti',
    what: 'Tempo con un adulto attento, compiti finiti, un motivo per tornare il giorno dopo.',
    who: 'Ragazze e ragazzi fra gli 11 e i 14 anni segnalati dalle scuole, per il 58 % in famiglie sotto la soglia di povertà.',
    howMuch: 'Da 140 a 260 ragazzi, per almeno due anni scolastici ciascuno.',
    contribution:
      'Senza doposcuola quattro su dieci avrebbero avuto comunque un sostegno: lo deduciamo dal conto.',
    impactRisk:
      'Potremmo accogliere chi è già motivato: per questo le iscrizioni le propongono le scuole e non le famiglie.',
    counterfactual:
      'Quattro scuole simili, scelte dall’ufficio scolastico, fanno da confronto per tutta la durata.',
    evidencePlan:
      'Registri scolastici anonimi, questionario sul benessere a inizio e fine anno, relazione pubblica.',
  },
  facts: {
    sector: 'education',
    instrument: 'outcome_contract_note',
    transferability: 'with_consent',
    couponBps: 350,
    accrual: '30_360',
    indicator: 'PI2173',
    sdgTarget: '4.1',
    baseline: 140,
    target: 260,
    targetYears: 3,
    priceEuro: 100,
    lot: 1,
    softCapEuro: 200_000,
    hardCapEuro: 340_000,
    minimumEuro: 100,
    reserves: { community: 2_000, retail: 3_000, institutional: 3_000 },
  },
};
