import { policy } from '@piazza/shared/policy';
import { reject, type Rejection } from '@piazza/shared/rejections';
import type { Millis, PersonId } from '@piazza/shared/values';
import type { Context, Sealed } from '../core/index.ts';
import type { ConductEvent } from './events.ts';
import { feesAt, type ConductState, type Fees } from './state.ts';

/** Other fees from a later day: done when two persons agree. */
export interface FeeAct extends Fees {
  readonly kind: 'fee_change';
  readonly from: Millis;
  readonly reason: Sealed;
}

export interface FeeView {
  readonly conduct: ConductState;
}

const shares = ['commitmentBps', 'tradeBps', 'successBps'] as const;
const names = [...shares, 'admissionCents'] as const;

/** Precedence: fee_out_of_bounds, fee_date_invalid, nothing_to_change. */
function refusal({ conduct }: FeeView, act: FeeAct, { at }: Context): Rejection | null {
  const wrong = names.filter((name) => {
    const most = name === 'admissionCents' ? policy.feeMostCents : policy.feeMostBps;
    return !Number.isSafeInteger(act[name]) || act[name] < 0 || act[name] > most;
  });
  if (wrong.length > 0) return reject('fee_out_of_bounds', { fields: wrong });
  const [least, most] = [at + policy.feeNoticeMs, at + policy.feeAheadMs];
  if (act.from < least || act.from > most)
    return reject('fee_date_invalid', {
      from: new Date(least).toISOString(),
      until: new Date(most).toISOString(),
    });
  const before = feesAt(conduct, act.from);
  return names.every((name) => before[name] === act[name]) ? reject('nothing_to_change') : null;
}

/** Changing the fees is anybody's of the desk, with another one's agreement. */
export const feeActs = {
  fee_change: {
    need: ['operator', 'administrator'] as const,
    refusal,
    revision: ({ conduct }: FeeView, { from }: FeeAct) => {
      const before = feesAt(conduct, from);
      return `${names.map((name) => before[name]).join('/')}/${conduct.fees.length}`;
    },
    events: (
      _view: unknown,
      { from, commitmentBps, tradeBps, successBps, admissionCents, reason }: FeeAct,
      maker: string,
      { at, actor }: Context,
    ): ConductEvent[] => {
      const fees = { commitmentBps, tradeBps, successBps, admissionCents };
      const agreed = { at, maker: maker as PersonId, checker: actor as PersonId, reason };
      return [{ kind: 'conduct.fees_set', version: { ...fees, from, ...agreed } }];
    },
  },
};
