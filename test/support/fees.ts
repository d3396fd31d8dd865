import { millis } from '@piazza/shared/values';
import type { Fees } from '../../server/src/domain/conduct/index.ts';
import { cast, why } from './domain-cast.ts';
import { beginning } from './domain-venue.ts';
import { happened, type Step } from './given.ts';

/** Fees agreed by two, in force from then on; nothing is asked beside. */
export const fees = (asked: Partial<Fees>, from: number = beginning): Step =>
  happened({
    kind: 'conduct.fees_set',
    version: {
      commitmentBps: 0,
      tradeBps: 0,
      successBps: 0,
      admissionCents: 0,
      ...asked,
      from: millis(from),
      at: beginning,
      maker: cast.olga,
      checker: cast.oreste,
      reason: why,
    },
  });
