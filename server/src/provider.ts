import type { Logger } from 'pino';
import { stripeProvider } from './adapters/stripe/provider.ts';
import type { ApiContext } from './api/context.ts';
import type { Config } from './config.ts';
import type { Core } from './core.ts';
import type { DemoVenue } from './demo/index.ts';
import type { EdgeParts } from './edge.ts';
import { Payments } from './payments/index.ts';
import type { Vault } from './vault/vault.ts';

/** What goes on between the venue and its payment provider; undefined where it runs on play money. */
export function createPayments(
  core: Core,
  vault: Pick<Vault, 'seal'>,
  { payments: config }: Config,
  logger: Logger,
  fatal: (error: unknown) => void,
): Payments | undefined {
  if (config === undefined) return undefined;
  const payments = new Payments({
    exchange: core.exchange,
    fatal,
    provider: stripeProvider(config),
    ...(config.sweepEveryMs === undefined ? {} : { sweepEveryMs: config.sweepEveryMs }),
    seal: (subject, value) => vault.seal(subject, value),
    failed: (error, { kind, lock }) =>
      logger.error({ err: error, kind, object: lock }, 'a payment could not go on'),
    unanswered: (why, { kind, lock }) =>
      logger.warn({ why, kind, object: lock }, 'the payment provider gave no answer; asked again'),
  });
  core.onFlushed(payments.courier.flushed);
  return payments;
}

/** What handlers may ask of it. */
export const toAsk = (payments: Payments, { publicUrl }: Config): NonNullable<ApiContext['payments']> => ({
  provider: payments.provider,
  publicUrl,
  reconcile: () => payments.reconcile(),
});

/** How its messages come in, and what it tells of itself. */
export const wayIn = (payments: Payments | undefined): Pick<EdgeParts, 'payments'> =>
  payments === undefined
    ? {}
    : {
        payments: {
          hear: (body, signature) => payments.hear(body, signature),
          figures: () => payments.courier.figures,
        },
      };

/** How the people of the demo story come to money where there is no play money. */
export const purseOf = (payments: Payments | undefined): Pick<DemoVenue, 'transferIn'> =>
  payments === undefined ? {} : { transferIn: (person, cents) => payments.transferIn(person, cents) };
