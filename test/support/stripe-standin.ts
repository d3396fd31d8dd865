import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { startStandin, type Standin, type StandinOptions } from '../../scripts/stripe-standin/index.ts';

export const day = 24 * 60 * 60;

/** A stand-in and the SDK that talks to it, without repetitions of its own. */
export interface Provider {
  readonly standin: Standin;
  readonly stripe: Stripe;
  /** A customer with a method that was saved on the hosted page. */
  readonly payer: (account?: string) => Promise<{ customer: string; method: string }>;
  /** The error of a call; throws when there is none. */
  readonly refusal: (call: Promise<unknown>) => Promise<Stripe.errors.StripeError>;
  readonly close: () => Promise<void>;
}

const refusal = async (call: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was not refused');
};

export async function openProvider(options: Partial<StandinOptions> = {}): Promise<Provider> {
  const standin = await startStandin({ seed: 2026, ...options });
  const { host, port, key } = standin;
  const stripe = new Stripe(key, { host, port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
  const payer = async (account = '4242424242424242'): Promise<{ customer: string; method: string }> => {
    const { id } = await stripe.customers.create({ email: 'payer@example.org' });
    const session = await stripe.checkout.sessions.create({
      mode: 'setup',
      customer: id,
      allowed_payment_method_types: ['card', 'sepa_debit'],
      success_url: 'http://venue.example/saved?session={CHECKOUT_SESSION_ID}',
      cancel_url: 'http://venue.example/back',
    });
    standin.control.save(session.id, account);
    const [method] = (await stripe.customers.listPaymentMethods(id)).data;
    return { customer: id, method: method?.id ?? '' };
  };
  return { standin, stripe, payer, refusal, close: standin.close };
}

/** Charges a saved method while its holder is away. */
export const chargeOff = (
  { stripe }: Provider,
  { customer, method }: { customer: string; method: string },
  amount: number,
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    customer,
    payment_method: method,
    allowed_payment_method_types: ['card', 'sepa_debit'],
    off_session: true,
    confirm: true,
    ...more,
  });

/** Submits the form of a hosted page; where it leads to, or its text. */
export async function submit(url: string, fields: Record<string, string>): Promise<string> {
  const reply = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return reply.headers.get('location') ?? (await reply.text());
}

/** A webhook of the venue's: keeps what it is sent, once the signature is good. */
export interface Receiver {
  readonly url: string;
  readonly secret: string;
  readonly events: Stripe.Event[];
  /** What the next deliveries are answered; 200 when none is left. */
  readonly answers: number[];
  readonly close: () => void;
}

export async function openReceiver(stripe: Stripe, secret = 'whsec_test'): Promise<Receiver> {
  const events: Stripe.Event[] = [];
  const answers: number[] = [];
  const server: Server = createServer((message, response) => {
    const parts: Buffer[] = [];
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => {
      const status = answers.shift() ?? 200;
      const payload = Buffer.concat(parts);
      const given = message.headers['stripe-signature'] ?? '';
      if (status === 200) events.push(stripe.webhooks.constructEvent(payload, given, secret));
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/webhook`, secret, events, answers, close };
}
