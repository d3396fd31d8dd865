import { policy } from '@piazza/shared/policy';
import { endOfRomeDay } from '@piazza/shared/values';
import type { PaymentStatus } from '../../server/src/domain/payments/index.ts';
import { pay, placeBy, says, withProvider } from './charges.ts';
import { cast } from './domain-cast.ts';
import { beginning } from './domain-venue.ts';
import { happened, inTurn, live, passes, until, type Step } from './given.ts';

/** When the reflection period of what is placed at the beginning of a story ends. */
export const reflectionEnds = endOfRomeDay(beginning, 4);

/** €1,500.00 of Ines by card: pay_1, due, for cmt_1. */
export const charging = inTurn(withProvider, live(), placeBy(cast.ines, 150), until(reflectionEnds));
const { authenticateWithinMs, chooseWithinMs } = policy;

/** pay_1 of Ines in each state, of a first attempt. */
export const paymentIn: Readonly<Record<PaymentStatus, Step>> = {
  due: charging,
  processing: inTurn(charging, says('processing')),
  action_needed: inTurn(charging, says('action_needed')),
  declined: inTurn(charging, says('declined')),
  cancelling: inTurn(charging, says('action_needed'), passes(authenticateWithinMs)),
  succeeded: inTurn(charging, says('succeeded')),
  disputed: inTurn(
    charging,
    says('succeeded'),
    happened({ kind: 'payments.moved', payment: pay(), to: 'disputed', known: {}, at: beginning }),
  ),
  method_needed: inTurn(charging, says('declined', { final: true })),
  failed: inTurn(charging, says('declined', { final: true }), passes(chooseWithinMs)),
  cancelled: inTurn(charging, says('action_needed'), passes(authenticateWithinMs), says('cancelled')),
  charged_back: inTurn(
    charging,
    says('succeeded'),
    happened(
      { kind: 'payments.moved', payment: pay(), to: 'disputed', known: {}, at: beginning },
      { kind: 'payments.moved', payment: pay(), to: 'charged_back', known: {}, at: beginning },
    ),
  ),
};
