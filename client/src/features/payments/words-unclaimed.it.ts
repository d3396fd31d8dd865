/** Words of money that is owed to people who have been erased. */
const words = {
  why: 'Denaro arrivato per persone il cui conto è stato cancellato. È dovuto a loro ed è tenuto da parte. La loro identità è conservata per legge per alcuni anni: chi dimostra di essere quel titolare ne ha diritto.',
  noneTitle: 'Nulla di non reclamato',
  none: 'Il denaro compare qui quando arriva per chi è stato cancellato: la sua parte di un pagamento ai titolari in ritardo, o ciò che una banca rimanda.',
  total: 'Non reclamato in tutto',
  owing: 'Pagamenti in ritardo in cui persone cancellate hanno una parte',
  owed: '{{issuer}}: pagamento {{number}} di {{listing}}',
  people_one: '{{count}} persona, dal {{since}}; l’importo si saprà quando sarà pagato.',
  people_other: '{{count}} persone, dal {{since}}; l’importo si saprà quando sarà pagato.',
  age: 'Da quanto',
  days_one: '{{count}} giorno',
  days_other: '{{count}} giorni',
  debtor: 'Dovuto da',
  venue: 'la sede',
  holder: 'Id del titolare',
  reasonTitle: 'Che cos’è',
  reason: {
    distribution: 'Pagamento ai titolari',
    withdrawal: 'Prelievo tornato indietro',
    refund: 'Rimborso tornato indietro',
    funding: 'Bonifico',
    other: 'Altro',
  },
};
export default words;
