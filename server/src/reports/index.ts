export { reportPdf } from './pdf.ts';
export { decidedOffers, projects } from './projects.ts';
export { alerts, complaints, conflicts, defaultRates } from './registers.ts';
export { tabulate, type Period, type Report, type Table } from './report.ts';
export { orders, trades, type OrderEvent, type TradeEvent } from './trading.ts';
