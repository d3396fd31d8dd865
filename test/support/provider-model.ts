import type { DisputeId, PaymentId, RefundId } from '@piazza/shared/values';
import type { ChargeReport, Payment, PaymentsState, Refund } from '../../server/src/domain/payments/index.ts';
import type { VenueCommand } from '../../server/src/domain/venue/index.ts';

interface Charge {
  readonly payment: PaymentId;
  readonly attempt: number;
  readonly amountCents: number;
  status: ChargeReport['status'];
  final: boolean;
  /** What a bank has taken back, and how that stands. */
  dispute: 'none' | 'open' | 'won' | 'lost';
}
interface Back {
  readonly refund: RefundId;
  readonly charge: Charge;
  readonly amountCents: number;
  status: 'pending' | 'succeeded' | 'failed';
}

const feeCents = 37;
const disputeFeeCents = 1_000;
const choose = <T>(list: readonly T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)];

/**
 * A payment provider as it is told from outside: what really happened to each call, once, whatever is reported when. Every
 * report it ever made may be delivered again, in any order.
 */
export class ProviderModel {
  readonly charges = new Map<string, Charge>();
  readonly backs = new Map<RefundId, Back>();
  /** Cents on the venue's account there. */
  balanceCents = 0;
  readonly reports: VenueCommand[] = [];

  /** Makes one of the calls that wait; the same call made again finds what was done. */
  call(state: PaymentsState, nth: number, luck: number): VenueCommand | undefined {
    const { calls, payments, refunds } = state;
    const waiting = [...calls.keys()].filter((id) => !id.startsWith('out_'));
    const id = choose(waiting, nth);
    if (id === undefined) return undefined;
    const refund = refunds.get(id as RefundId);
    if (refund !== undefined) return this.#refund(state, refund, luck);
    const payment = payments.get(id as PaymentId);
    return payment === undefined ? undefined : this.#charge(payment, luck);
  }

  /** Something happens there that nobody has called for. */
  happens(nth: number, luck: number): VenueCommand | undefined {
    const underWay = [...this.charges.values()].filter(
      ({ status }) => status === 'processing' || status === 'action_needed',
    );
    const pending = [...this.backs.values()].filter(({ status }) => status === 'pending');
    const moving = choose<Charge | Back>([...underWay, ...pending], nth);
    if (moving === undefined) return undefined;
    if ('refund' in moving) {
      if (luck % 4 === 0) this.#bounce(moving);
      else moving.status = 'succeeded';
      return this.#told(moving);
    }
    if (luck % 3 === 0) moving.status = 'declined';
    else if (luck % 5 === 1 && moving.status === 'action_needed') moving.status = 'processing';
    else this.#succeed(moving);
    return this.#said(moving);
  }

  /** A bank takes a payment back, or it is decided who was right, or a refund comes back late. */
  bank(nth: number, luck: number): VenueCommand | undefined {
    const charge = choose(
      [...this.charges.values()].filter(
        ({ status, dispute }) => status === 'succeeded' && (dispute === 'none' || dispute === 'open'),
      ),
      nth,
    );
    const back = choose(
      [...this.backs.values()].filter(({ status }) => status === 'succeeded'),
      nth,
    );
    if (luck % 4 === 0 && back !== undefined && back.charge.dispute === 'none') {
      this.#bounce(back);
      return this.#told(back);
    }
    if (charge === undefined) return undefined;
    if (charge.dispute === 'none') {
      charge.dispute = 'open';
      this.balanceCents -= charge.amountCents + disputeFeeCents;
    } else {
      charge.dispute = luck % 2 === 0 ? 'won' : 'lost';
      if (charge.dispute === 'won') this.balanceCents += charge.amountCents;
    }
    return this.#taken(charge);
  }

  /** How everything stands now: what is read when nothing was told for too long. */
  readAll(): VenueCommand[] {
    return [
      ...[...this.charges.values()].map((one) => this.#said(one)),
      ...[...this.charges.values()]
        .filter(({ dispute }) => dispute !== 'none')
        .map((one) => this.#taken(one)),
      ...[...this.backs.values()].map((one) => this.#told(one)),
    ];
  }

  #charge({ id: payment, attempt, amountCents, status: wish }: Payment, luck: number): VenueCommand {
    const key = `${payment}:${attempt}`;
    let one = this.charges.get(key);
    if (one === undefined) {
      one = { payment, attempt, amountCents, status: 'processing', final: luck % 11 === 0, dispute: 'none' };
      this.charges.set(key, one);
      const outcome =
        (['processing', 'action_needed', 'succeeded', 'declined'] as const)[luck % 4] ?? 'declined';
      if (wish === 'cancelling') one.status = 'cancelled';
      else if (outcome === 'succeeded') this.#succeed(one);
      else one.status = outcome;
    } else if (wish === 'cancelling') {
      // What is under way cannot always be stopped.
      if (one.status === 'action_needed' || (one.status === 'processing' && luck % 2 === 0))
        one.status = 'cancelled';
    }
    return this.#said(one);
  }

  #refund({ payments }: PaymentsState, { id, payment, amountCents }: Refund, luck: number): VenueCommand {
    let one = this.backs.get(id);
    if (one === undefined) {
      const { attempt } = payments.get(payment)!;
      const charge = this.charges.get(`${payment}:${attempt}`);
      if (charge?.status !== 'succeeded') throw new Error(`${id} is of a charge that brought nothing`);
      const sent = [...this.backs.values()]
        .filter((back) => back.charge === charge && back.status !== 'failed')
        .reduce((sum, back) => sum + back.amountCents, 0);
      if (sent + amountCents > charge.amountCents) throw new Error(`${id} is more than there was`);
      const isRefused = (charge.dispute !== 'none' && charge.dispute !== 'won') || luck % 7 === 0;
      one = {
        refund: id,
        charge,
        amountCents,
        status: isRefused ? 'failed' : luck % 2 === 0 ? 'pending' : 'succeeded',
      };
      this.backs.set(id, one);
      if (!isRefused) this.balanceCents -= amountCents;
    }
    return this.#told(one);
  }

  #succeed(one: Charge): void {
    one.status = 'succeeded';
    this.balanceCents += one.amountCents - feeCents;
  }

  #bounce(one: Back): void {
    one.status = 'failed';
    this.balanceCents += one.amountCents;
  }

  #said({ payment, attempt, status, final }: Charge): VenueCommand {
    const isPaid = status === 'succeeded';
    return this.#noted({
      kind: 'payments.charged',
      payment,
      attempt,
      report: {
        intent: `pi_${payment}_${attempt}`,
        status,
        charge: isPaid ? `ch_${payment}_${attempt}` : null,
        feeCents: isPaid ? feeCents : null,
        declined: status === 'declined' ? 'generic_decline' : null,
        final,
      },
    });
  }

  #told({ refund, status }: Back): VenueCommand {
    return this.#noted({
      kind: 'payments.refunded',
      refund,
      report: { refund: `re_${refund}`, status, feeCents: 0 },
    });
  }

  #taken({ payment, attempt, amountCents, dispute }: Charge): VenueCommand {
    return this.#noted({
      kind: 'payments.disputed',
      report: {
        dispute: `dp_${payment}` as DisputeId,
        charge: `ch_${payment}_${attempt}`,
        amountCents,
        feeCents: disputeFeeCents,
        status: dispute === 'none' ? 'open' : dispute,
      },
    });
  }

  #noted(report: VenueCommand): VenueCommand {
    this.reports.push(report);
    return report;
  }
}
