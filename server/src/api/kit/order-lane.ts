import { contract, type Contract, type Reply } from '@piazza/shared/contract';
import type { Rejection } from '@piazza/shared/rejections';
import type { OrderCommand } from '../../domain/market/index.ts';
import type { Exchange } from '../../kernel/exchange.ts';
import { Refused, type Principal } from '../handler.ts';
import { fingerprintOf, presentOutcome, type OrderName } from '../order-commands.ts';
import { quickCommand } from '../order-form.ts';
import { requireAccess } from './authorize.ts';
import { mustWait, type OrderThrottle } from './order-throttle.ts';

export const keyShape = /^[A-Za-z0-9_-]{8,64}$/;

/** One order as a transport hands it over, nothing checked yet. */
export interface OrderCall {
  readonly name: OrderName;
  /** Of the listing for a placement, else of the order. */
  readonly id: unknown;
  readonly body: unknown;
  readonly key: unknown;
  /** @throws Refused session_expired, not_authenticated */
  readonly authenticate: () => Principal | null;
}

export type OrderAnswer = { readonly value: Reply<Contract[OrderName]> } | { readonly rejection: Rejection };

/** The short way of orders through the pipeline: the same steps, without a promise or a schema on the way. */
export interface OrderLane {
  /**
   * Takes a call that comes in its usual form and answers it once, later, when all it tells of is durable.
   * False for any other, of which nothing has been done: it goes the long way.
   */
  readonly take: (call: OrderCall, answer: (answer: OrderAnswer) => void) => boolean;
}

const { access: toOrder } = contract['orders.place'];
const { access: toCancel } = contract['orders.cancel'];

/** Whoever may place an order may amend their own; whose an order is, the core decides. */
export function createOrderLane(exchange: Exchange, throttle: OrderThrottle): OrderLane {
  const give = (call: OrderCall, command: OrderCommand, answer: (answer: OrderAnswer) => void): void => {
    const { name, key } = call;
    const caller = call.authenticate();
    requireAccess(name === 'orders.cancel' ? toCancel : toOrder, caller);
    const { personId } = caller as Principal;
    const waitMs = throttle.take(personId, name);
    if (waitMs > 0) {
      const refused = { rejection: mustWait(waitMs) };
      exchange.whenSettled(() => answer(refused));
      return;
    }
    const under = key === undefined ? undefined : { key: key as string, requestHash: fingerprintOf(command) };
    exchange.submit(command, personId, under, (outcome) =>
      answer('rejection' in outcome ? outcome : { value: presentOutcome(name, outcome.result) }),
    );
  };
  return {
    take(call, answer) {
      const { name, id, body, key } = call;
      if (key !== undefined && (typeof key !== 'string' || !keyShape.test(key))) return false;
      const command = quickCommand(name, id, body);
      if (command === undefined) return false;
      try {
        give(call, command, answer);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        // Who may do this was read from what may not be durable yet.
        exchange.whenSettled(() => answer(error));
      }
      return true;
    },
  };
}
