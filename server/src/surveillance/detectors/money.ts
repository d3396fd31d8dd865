import { policy } from '@piazza/shared/policy';
import type { MakeDetector, Paid } from '../ground.ts';
import { people, Windows } from '../measures.ts';

const { structuring } = policy.aml;

/** Several payments just below what would be recorded, soon after each other. FATF indicators; directive 2015/849 art. 18. */
export const structured: MakeDetector = ({ tell, singleCents }) => {
  const payments = new Windows<Paid>(structuring.windowMs);
  return {
    paid(event) {
      const single = singleCents();
      if (event.cents >= single || event.cents * 10_000 < single * structuring.from) return;
      const all = payments.at(event.natural, event.at);
      all.push(event);
      if (all.length < structuring.times) return;
      tell({
        detector: 'structuring',
        severity: 'high',
        listing: null,
        subjects: people(...all.map(({ person }) => person)),
        from: all[0]?.at ?? event.at,
        to: event.at,
        seqs: all.map(({ seq }) => seq),
        orders: [],
        figures: {
          times: all.length,
          totalCents: all.reduce((sum, { cents }) => sum + cents, 0),
          largestCents: Math.max(...all.map(({ cents }) => cents)),
        },
      });
    },
  };
};

/** Single transactions of a size that is recorded: no suspicion, a record (DOMAIN §8). */
export const largeTransactions: MakeDetector = ({ tell, singleCents }) => ({
  paid({ cents, person, at, seq }) {
    if (cents < singleCents()) return;
    tell({
      detector: 'large_transaction',
      severity: 'record',
      listing: null,
      subjects: [person],
      from: at,
      to: at,
      seqs: [seq],
      orders: [],
      figures: { amountCents: cents },
    });
  },
});
