export { feeOf, feePosted, feeSettled, noFee, withVat, type Fee } from '../fees/index.ts';
