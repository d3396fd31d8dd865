import type { RejectionCode } from '@piazza/shared/rejections';
import type { Field } from './reading.ts';

const fields: Partial<Record<RejectionCode, Field>> = {
  off_tick: 'price',
  outside_collar: 'price',
  interruption_spent: 'price',
  order_value_exceeded: 'quantity',
  insufficient_funds: 'quantity',
  insufficient_units: 'quantity',
  not_fillable: 'quantity',
  minimum_not_met: 'minimum',
  good_till_invalid: 'goodTill',
  order_kind_forbidden: 'time',
  self_match: 'price',
};

/** The field a refusal is about; null where it is about none. */
export const fieldOf = (code: RejectionCode): Field | null => fields[code] ?? null;
