export type { Entry, Names } from './entry.ts';
export { issuerAccount, issuerPaper, issuerRows, type IssuerAccount } from './issuer.ts';
export { notePaper, tradeOf, type Execution } from './note.ts';
export { statementPaper, type Days } from './statement.ts';
export { taxRows } from './tax.ts';
