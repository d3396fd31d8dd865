import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {
  timeline: {
    label: 'Che cosa succede a questo impegno, e quando',
    latest: 'al più tardi',
    pledged: 'Impegno preso',
    pledgedText: 'Nulla è stato prelevato: il denaro è ancora tuo.',
    firmText: 'Per gli investitori sofisticati non c’è un periodo di riflessione.',
    reflection: 'Finisce il periodo di riflessione',
    reflectionText:
      'Fino ad allora puoi revocare, senza motivo né penale. Poi {{amount}} vengono prelevati e vincolati per l’offerta.',
    revoked: 'Impegno revocato',
    revokedText: 'Nessun denaro è stato prelevato, e non ne segue altro.',
    charging: 'Pagamento in corso',
    chargingText:
      '{{amount}} vengono addebitati sul metodo che hai scelto. Con la carta è immediato, un addebito SEPA richiede qualche giorno.',
    captured: 'Denaro vincolato',
    capturedText: '{{amount}} sono accantonati per l’offerta. Restano tuoi fino all’assegnazione.',
    capture_failed: 'Il denaro non c’era',
    capture_failedText: 'Alla fine del periodo di riflessione non è stato possibile prelevare {{amount}}.',
    top_up: 'Porta il denaro',
    top_upText:
      'La borsa riprova un’ultima volta quando decide l’offerta. Se il denaro manca ancora, l’impegno decade.',
    closing: 'L’offerta chiude',
    closingText: 'Da quel momento nessun nuovo impegno.',
    closingDone: 'L’offerta ha chiuso',
    closingDoneText: 'Da allora nessun nuovo impegno.',
    decision: 'La decisione',
    decisionText:
      'Quando è finito l’ultimo periodo di riflessione. Sotto la soglia minima tutti riottengono subito tutto; altrimenti le quote vengono assegnate.',
    outcome: 'Quote nel tuo portafoglio, o il denaro indietro',
    outcomeText: 'Subito con la decisione. Ciò che non serve ti torna indietro.',
    lapsed: 'Decaduto',
    lapsedText: 'Il denaro non era nel tuo portafoglio, quindi l’impegno è finito. Nulla è stato prelevato.',
    allotted: 'Assegnato',
    allottedText: '{{units}} quote sono tue.',
    allottedNoneText: 'Per questo impegno non sono rimaste quote.',
    settled: 'Regolato',
    settledText: '{{amount}} pagati per {{units}} quote, che ora sono nel tuo portafoglio.',
    settledRestText:
      '{{amount}} pagati per {{units}} quote, che ora sono nel tuo portafoglio; {{rest}} sono tornati a te.',
    released: 'Restituito',
    releasedText: 'Tutto ciò che era accantonato è di nuovo tuo.',
  },
  renewal: {
    changed: 'La scheda dell’offerta è cambiata il {{date}}',
    suspended: 'L’offerta è sospesa dal {{date}} per un difetto della sua scheda',
    corrected: 'La scheda dell’offerta è stata corretta il {{date}}',
    dismissed: 'L’offerta è ripresa il {{date}}: non c’era alcun difetto',
    until: 'Puoi revocare, senza motivi né costi, fino alla fine di {{day}}.',
  },
  reflection: {
    title: 'Hai {{days}} giorni per ripensarci',
    before:
      'Puoi revocare questo impegno senza motivo e senza penale, nello stesso modo in cui lo prendi, fino alla fine di {{day}} (mezzanotte, ora di Roma). Prima nessun denaro viene prelevato.',
    after:
      'Puoi revocarlo senza motivo e senza penale, nello stesso modo in cui l’hai preso, fino alla fine di {{day}} (mezzanotte, ora di Roma). Prima nessun denaro viene prelevato.',
    left: 'Tempo per revocare:',
    none: 'Non c’è un periodo di riflessione',
    noneText:
      'Risulti tra gli investitori sofisticati. Il tuo impegno è subito vincolante e il denaro viene accantonato nel momento in cui ti impegni.',
    noneAfterText:
      'Risulti tra gli investitori sofisticati: l’impegno è vincolante e il denaro è accantonato per l’offerta.',
    law: 'Regolamento (UE) 2020/1503, art. 22',
  },
  revoke: {
    button: 'Revoca',
    name: 'Revoca l’impegno di {{amount}}',
    title: 'Revocare questo impegno?',
    text: 'Ritiri il tuo impegno di {{amount}} per «{{title}}». Non serve un motivo e non c’è nessuna penale. Nessun denaro è stato prelevato; {{amount}} tornano liberi da impegnare.',
    again: 'Puoi impegnarti di nuovo finché l’offerta è aperta.',
    confirm: 'Revoca l’impegno',
    done: 'L’impegno di {{amount}} è revocato. Nessun denaro è stato prelevato.',
  },
};

export default words;
