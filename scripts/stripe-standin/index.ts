import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { seeded } from '../crash/random.ts';
import { Api } from './api.ts';
import { Control } from './control.ts';
import { changed, noFaults, type FaultsChange } from './faults.ts';
import { routes } from './routes/index.ts';
import { serve } from './server.ts';
import { italianTerms, type Terms } from './terms.ts';
import { Webhooks, type Endpoint } from './webhooks.ts';
import { World } from './world.ts';

export interface StandinOptions {
  /** A free one when absent. */
  readonly port?: number;
  /** Ids, faults and deliveries are drawn from it: the same calls in the same order give the same. */
  readonly seed: number;
  readonly webhook?: Endpoint;
  readonly faults?: FaultsChange;
  /** Fees and delays other than Stripe's Italian ones. */
  readonly terms?: Partial<Terms>;
  /** The secret key that the venue must use; it begins with `sk_test_`. */
  readonly key?: string;
  /** The account that the key is of; `acct_platform` unless said otherwise. */
  readonly account?: string;
  /** The real time under the stand-in's own, milliseconds. */
  readonly real?: () => number;
}

export interface Standin {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly key: string;
  /** Signs webhooks; the endpoint's, or one to give to an endpoint that is set later. */
  readonly secret: string;
  readonly control: Control;
  readonly close: () => Promise<void>;
}

const host = '127.0.0.1';

/** Starts a stand-in of Stripe that the SDK talks to: `new Stripe(key, { host, port, protocol: 'http' })`. */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const { seed, webhook } = options;
  const faults = changed(noFaults, options.faults);
  const world = new World({ ...italianTerms, ...options.terms }, seeded(seed), options.real);
  if (options.account !== undefined) world.account = options.account;
  const key = options.key ?? `sk_test_${world.newId('', 24)}`;
  if (!key.startsWith('sk_test_')) throw new Error('The key of the stand-in must begin with sk_test_.');
  const secret = webhook?.secret ?? `whsec_${world.newId('', 32)}`;
  const api = new Api(world, routes, key, faults.calls, seeded(seed ^ 0x5eed));
  const webhooks = new Webhooks(faults.webhooks, seeded(seed ^ 0xe7e7), () => world.clock.now());
  webhooks.endpoint = webhook;
  world.onEvent = (event) => webhooks.send(event);
  const control = new Control(world, api, webhooks, faults, seed);
  const server = serve(world, api, control);
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  world.origin = `http://${host}:${port}`;
  const close = async (): Promise<void> => {
    webhooks.close();
    world.clock.stop();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: world.origin, host, port, key, secret, control, close };
}
