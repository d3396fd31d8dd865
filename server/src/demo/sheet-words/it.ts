import { prose } from '../prose.ts';
import type { SheetWords } from '../sheet.ts';

export const words: SheetWords = {
  common: {
    responsible: prose`
      Il consiglio di amministrazione di {name} nel suo insieme e, per i dati contabili, chi ne tiene
      l'amministrazione. Persone inventate per questa dimostrazione.`,
    contact: '{name}, {place}; info@{site}.example',
    accounts: 'https://{site}.example/bilancio',
    figures: prose`
      Ricavi degli ultimi tre esercizi: 412.000 €, 447.000 €, 468.000 €. Risultato: 3.000 €, -5.000 €, 6.000 €.
      Patrimonio netto: 96.000 €. Debiti su patrimonio netto: 1,4.`,
    riskSector: prose`
      Il settore vive di convenzioni pubbliche e di famiglie con poco margine: se i pagamenti tardano o la
      domanda cala, calano anche i ricavi, e recuperarli richiede anni.`,
    riskDefault: prose`
      {name} può trovarsi nell'impossibilità di pagare i propri creditori. In quel caso banche e dipendenti
      vengono prima di chi ha investito qui, e può non restare nulla.`,
    riskLiquidity: prose`
      Rivendere può richiedere molto tempo o non riuscire affatto: non c'è garanzia che qualcuno compri, e il
      prezzo può essere inferiore a quello pagato.`,
  },
  byFamily: {
    share: {
      rights: prose`
        Qualità di socio: voto in assemblea, informazione sui bilanci, partecipazione a eventuali ristorni o
        dividendi nei limiti dello statuto.`,
      riskReturn: prose`
        I dividendi non sono previsti nei primi anni e possono non arrivare mai; il valore della quota può
        scendere fino a zero.`,
    },
    loan: {
      rights: prose`
        Interessi e rimborso del capitale alle date indicate; informazione annuale sui bilanci. Nessun diritto
        di voto.`,
      riskReturn: prose`
        Interessi e capitale possono essere pagati in ritardo, in parte o mai. Il tasso non compensa la perdita
        del capitale.`,
    },
    claim: {
      rights: prose`
        Una parte dei ricavi o dei pagamenti per risultati, nella misura e fino al limite indicati nel
        regolamento. Nessun diritto di voto.`,
      riskReturn: prose`
        Quanto torna dipende da ricavi o risultati che possono essere inferiori alle attese o mancare: allora
        torna meno di quanto versato, o nulla.`,
    },
    gift: {
      rights: 'Iscrizione nel registro dei donatori e relazione annuale. Nessun diritto patrimoniale.',
      riskReturn: 'Non è previsto alcun rendimento né la restituzione di quanto versato.',
    },
  },
  capitalChange: prose`
    Prima dell'offerta il capitale è detenuto per intero dai soci attuali; a offerta riuscita i nuovi soci ne
    deterranno fino a un terzo. Nelle cooperative ogni testa resta un voto.`,
  interestTerms: prose`
    Gli interessi decorrono dal giorno della consegna dei titoli e sono pagati ogni anno il 31 dicembre; il
    capitale è rimborsato come indicato al punto sul rimborso.`,
};
