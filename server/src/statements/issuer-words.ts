import type { IssuerSum, Locale } from '@piazza/shared/contract';

interface IssuerWords {
  readonly statement: string;
  readonly of: (from: string, to: string) => string;
  readonly holder: (name: string, account: string) => string;
  readonly opening: (on: string) => string;
  readonly closing: (on: string) => string;
  readonly keptBack: (on: string) => string;
  readonly page: (number: number, of: number) => string;
  readonly kinds: Readonly<Record<IssuerSum, string>>;
  readonly summary: string;
  readonly lines: string;
  readonly none: string;
  readonly free: string;
  readonly cent: string;
  readonly at: string;
  readonly what: string;
  readonly issue: string;
  readonly change: string;
  readonly balance: string;
  readonly reference: string;
}

const en: IssuerWords = {
  statement: 'Statement of an issuer’s money',
  of: (from, to) => `From ${from} to ${to}, as of the end of the last day (Europe/Rome)`,
  holder: (name, account) => `Issuer: ${name} (account ${account})`,
  opening: (on) => `Free before ${on}`,
  closing: (on) => `Free at the end of ${on}`,
  keptBack: (on) => `Besides, kept back at the end of ${on}`,
  page: (number, of) => `page ${number} of ${of}`,
  kinds: {
    raised: 'Raised by offers',
    fees: 'Fees of the venue',
    vat: 'VAT on the fees',
    kept: 'Kept back until the first impact report',
    paidOut: 'Paid out of what was raised',
    toHolders: 'Payments to holders',
    ownIn: 'Own money in',
    ownOut: 'Own money out',
    other: 'Other movements',
  },
  summary: 'What moved the balance',
  lines: 'Movements in the period',
  none: 'Nothing moved in this period.',
  free: 'The balance is what is free. What leaves counts from when it was asked for, what is set aside for holders from when it was set aside; what comes back is told under the same words.',
  cent: 'Amounts in euro with a decimal point.',
  at: 'At (UTC)',
  what: 'What',
  issue: 'Issue',
  change: 'Change',
  balance: 'Balance',
  reference: 'Reference',
};

const it: IssuerWords = {
  statement: 'Estratto conto dell’emittente',
  of: (from, to) => `Dal ${from} al ${to}, alla fine dell’ultimo giorno (Europe/Rome)`,
  holder: (name, account) => `Emittente: ${name} (conto ${account})`,
  opening: (on) => `Libero prima del ${on}`,
  closing: (on) => `Libero alla fine del ${on}`,
  keptBack: (on) => `Inoltre, trattenuto alla fine del ${on}`,
  page: (number, of) => `pagina ${number} di ${of}`,
  kinds: {
    raised: 'Raccolto dalle offerte',
    fees: 'Commissioni della sede',
    vat: 'IVA sulle commissioni',
    kept: 'Trattenuto fino al primo rapporto d’impatto',
    paidOut: 'Pagato da quanto raccolto',
    toHolders: 'Pagamenti ai titolari',
    ownIn: 'Denaro proprio in entrata',
    ownOut: 'Denaro proprio in uscita',
    other: 'Altri movimenti',
  },
  summary: 'Che cosa ha mosso il saldo',
  lines: 'Movimenti del periodo',
  none: 'In questo periodo non si è mosso nulla.',
  free: 'Il saldo è ciò che è libero. Ciò che esce conta da quando è stato chiesto, ciò che è accantonato per i titolari da quando è stato accantonato; ciò che torna è indicato con le stesse parole.',
  cent: 'Importi in euro con il punto decimale.',
  at: 'Il (UTC)',
  what: 'Che cosa',
  issue: 'Emissione',
  change: 'Variazione',
  balance: 'Saldo',
  reference: 'Riferimento',
};

export const issuerWords: Readonly<Record<Locale, IssuerWords>> = { en, it };
