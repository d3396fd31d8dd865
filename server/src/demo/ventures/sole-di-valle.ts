import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const soleDiValle: Venture = {
  key: 'sole-di-valle',
  language: 'it',
  organisation: {
    name: 'Sole di Valle (demo)',
    legalForm: 'impresa_sociale',
    place: 'Lanzo Torinese',
    website: '',
    about: prose`
      Comunità energetica rinnovabile inventata per questa dimostrazione: 340 famiglie, due scuole, una casa di
      riposo e nove botteghe di cinque comuni di valle che producono insieme l'energia che consumano.`,
  },
  texts: {
    title: 'Sole di Valle: i tetti di cinque paesi',
    tagline:
      'Una comunità energetica porta il sole sui tetti pubblici e gli sconti a chi scalda casa con fatica.',
    story: prose`
      Cinque paesi, undici tetti comunali, una cabina che li unisce. La nostra comunità energetica ha già 190
      kilowatt sui tetti delle scuole; con questa emissione ne aggiungiamo 610 sulla casa di riposo, sui
      magazzini e sulla piscina coperta.

      L'energia che non consumiamo subito viene condivisa: l'incentivo si divide fra i soci, e una parte fissa,
      il 22 %, va in un fondo che abbassa le bollette delle famiglie indicate dai servizi sociali. L'anno scorso
      erano 41 famiglie, con uno sconto medio di 31 € al mese.

      Il prestito è a sei anni e paga il 4 % l'anno. È un rendimento che viene da un flusso semplice: pannelli
      con una storia di produzione nota e una tariffa fissata per vent'anni.`,
    team: prose`
      Due ingegneri, un'amministratrice che ha gestito per dieci anni il consorzio irriguo, un tecnico di
      manutenzione e un'assemblea di soci che vota le tariffe ogni anno.`,
    useOfProceeds: prose`
      312.000 € per moduli, inverter e linee; 54.000 € per la coibentazione di due tetti; 22.000 € per contatori e
      piattaforma; 12.000 € per collaudi e assicurazione del primo anno.`,
    risks: prose`
      Un ritardo dell'allacciamento rimanda i ricavi: nel piano ci sono sei mesi di margine. Una revisione delle
      tariffe può ridurli, ma non per gli impianti già ammessi. Le obbligazioni non sono garantite e il capitale
      può andare perso.`,
    redemption: 'Sei rate annuali di capitale, dal primo anno successivo al collaudo.',
    outcome: 'La valle produce da sé la sua energia e le famiglie in povertà energetica pagano meno.',
    indicatorUnit: 'MWh rinnovabili condivisi l’anno',
    what: 'Elettricità rinnovabile prodotta e consumata nella stessa valle, e bollette più basse per chi fatica.',
    who: prose`
      Famiglie di montagna con spesa energetica sopra il 10 % del reddito, in case poco isolate; in secondo luogo
      le scuole e la casa di riposo.`,
    howMuch: 'Da 220 a 940 MWh l’anno e da 41 a 130 famiglie sostenute, per almeno vent’anni.',
    contribution: prose`
      I tetti sono pubblici e nessun operatore privato ha risposto all'avviso: le superfici sono piccole e
      disperse. Stimiamo che un quinto dei pannelli sarebbe arrivato comunque entro dieci anni.`,
    impactRisk:
      'Se le famiglie consumassero soprattutto di sera, l’energia condivisa sarebbe meno del previsto.',
    counterfactual: prose`
      Le due valli vicine, con lo stesso sole e senza comunità energetica, hanno installato sui tetti pubblici un
      decimo della nostra potenza.`,
    evidencePlan: prose`
      Misure orarie dei contatori pubblicate ogni mese, rendiconto del fondo bollette verificato dal revisore,
      elenco anonimo delle famiglie presso i servizi sociali.`,
  },
  facts: {
    sector: 'energy',
    instrument: 'bond',
    transferability: 'free',
    couponBps: 400,
    accrual: 'act_365',
    indicator: 'PI5842',
    sdgTarget: '7.2',
    baseline: 220,
    target: 940,
    targetYears: 2,
    priceEuro: 10,
    lot: 10,
    softCapEuro: 200_000,
    hardCapEuro: 400_000,
    minimumEuro: 100,
    reserves: { community: 4_000, retail: 3_000, institutional: 1_000 },
  },
};
