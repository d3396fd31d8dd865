export * from './brand.ts';
export * from './fee.ts';
export * from './ids.ts';
export * from './money.ts';
export * from './numbers.ts';
export * from './rome-time.ts';
export * from './ticks.ts';
export * from './vat.ts';
