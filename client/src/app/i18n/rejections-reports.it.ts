const words = {
  report_period_invalid: {
    what: 'Un rapporto copre da 1 a 366 giorni, e il primo non può essere dopo l’ultimo.',
    money: 'Nulla è cambiato.',
    next: 'Scelga altri giorni.',
  },
  report_too_large: {
    what: 'Il rapporto avrebbe più di {{most}} righe.',
    money: 'Nulla è cambiato.',
    next: 'Scelga un periodo più breve e unisca le parti.',
  },
} as const;

export default words;
