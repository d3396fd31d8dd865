import { prose } from '../prose.ts';
import type { Venture } from '../venture.ts';

export const lavanderia: Venture = {
  key: 'lavanderia',
  language: 'it',
  organisation: {
    name: 'Lavanderia Circolare (demo)',
    legalForm: 'cooperativa_sociale',
    place: 'Moncalieri',
    website: '',
    about: prose`
      Cooperativa sociale di tipo B inventata per questa dimostrazione: lava e rimette in circolo stoviglie,
      pannolini e divise al posto dell'usa e getta.`,
  },
  texts: {
    title: 'Lavanderia Circolare: un milione di bicchieri in meno',
    tagline: 'Stoviglie riutilizzabili per mense, feste e asili, lavate da persone che rientrano al lavoro.',
    story: prose`
      Una festa di quartiere produce in una sera due quintali di plastica. Una mensa scolastica, in un anno, undici
      tonnellate. Dal 2021 noleggiamo e laviamo piatti, bicchieri e pannolini lavabili: la roba parte pulita il
      lunedì, torna sporca il venerdì e nel mezzo non si butta niente.

      La nostra lavatrice a tunnel è piccola e lavora diciotto ore al giorno. Con un impianto da 2.400 pezzi l'ora,
      che recupera il calore dell'acqua, possiamo prendere le tre gare delle mense che oggi dobbiamo rifiutare.

      Siamo ventisei persone; quattordici vengono da percorsi di salute mentale o da lunga disoccupazione. Il
      prestito dura sette anni e paga il 3 %.`,
    team: prose`
      Una direttrice di stabilimento, due capiturno, una responsabile dell'inserimento lavorativo e un consiglio
      dove siedono tre soci lavoratori.`,
    useOfProceeds: prose`
      205.000 € per il tunnel di lavaggio e il recupero di calore; 68.000 € per piatti, bicchieri e ceste; 27.000 € per
      due furgoni elettrici usati.`,
    risks: prose`
      Le gare durano tre anni e si possono perdere. L'energia è un quarto dei costi. Un guasto del tunnel ferma
      tutto: abbiamo un accordo di soccorso con una lavanderia industriale. Il capitale non è garantito.`,
    redemption: 'Sette rate annuali di capitale; interessi posticipati ogni anno.',
    outcome: 'Meno rifiuti usa e getta e più lavoro per chi ne è rimasto fuori.',
    indicatorUnit: 'tonnellate di rifiuti evitate l’anno',
    what: 'Oggetti lavati invece che buttati, a un costo pari a quello dell’usa e getta.',
    who: 'Mense, asili e organizzatori di eventi; al lavoro, persone con fragilità certificate.',
    howMuch: 'Da 74 a 260 tonnellate l’anno; quattordici contratti stabili che diventano ventidue.',
    contribution:
      'Due concorrenti lavano solo per i grandi eventi; togliamo dal conto il 20 % che avrebbero servito loro.',
    impactRisk:
      'Il lavaggio consuma acqua ed energia: il vantaggio vale solo oltre i dodici riutilizzi, e lo misuriamo pezzo per pezzo.',
    counterfactual:
      'Le mense che abbiamo dovuto rifiutare sono rimaste tutte alla plastica o alla carta compostabile.',
    evidencePlan:
      'Contatore di riutilizzi su ogni cesta, bollette, pesate del Comune, relazione di un laboratorio esterno.',
  },
  facts: {
    sector: 'circular_economy',
    instrument: 'bond',
    transferability: 'free',
    couponBps: 300,
    accrual: 'act_365',
    indicator: 'PI5678',
    sdgTarget: '12.5',
    baseline: 74,
    target: 260,
    targetYears: 3,
    priceEuro: 100,
    lot: 1,
    softCapEuro: 180_000,
    hardCapEuro: 300_000,
    minimumEuro: 100,
    reserves: { community: 3_000, retail: 3_000, institutional: 2_000 },
  },
};
