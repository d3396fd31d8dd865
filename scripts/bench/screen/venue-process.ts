/**
 * A venue in a process of its own, with a market in continuous trading whose book changes fifty times a second.
 * Argument: folder of the built client. Says `{ url, listing, email, password }`; any message ends it.
 */
import { createServer, type AddressInfo } from 'node:net';
import { castOf } from '../../../test/support/cast.ts';
import { openFloor, type Floor } from '../../../test/support/floor.ts';
import { openVenue } from '../../../test/support/server.ts';

export interface VenueSaid {
  readonly url: string;
  readonly listing: string;
  readonly email: string;
  readonly password: string;
}

const tickMs = 20;
/** Price of the issue in cents; bids wait below it and asks above it, each on its tick. */
const middle = 1_000;
const below = 5;
const above = 10;
const places = 12;
const resting = 60;

/** A port that was free a moment ago: the venue knows its address before it listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

const any = (bound: number): number => Math.floor(Math.random() * bound);

/** One change of the book: mostly an order that comes or goes near the top, every fifth time a trade. */
function changes({ place, cancel }: Floor): () => Promise<void> {
  const waiting: { readonly who: 'tito' | 'ines'; readonly order: number }[] = [];
  let [turn, trades] = [0, 0];
  const trade = async () => {
    trades += 1;
    const [seller, buyer] = trades % 2 === 1 ? (['ivo', 'caio'] as const) : (['caio', 'ivo'] as const);
    await place(seller, { side: 'sell', priceCents: middle, quantity: 1 });
    await place(buyer, { side: 'buy', priceCents: middle, quantity: 1 });
  };
  const come = async () => {
    const buys = Math.random() < 0.5;
    const away = 1 + any(places);
    const priceCents = (buys ? middle - below * away : middle + above * away) as never;
    const quantity = (buys ? 1 + any(9) : 1) as never;
    const who = buys ? 'tito' : 'ines';
    waiting.push({ who, order: await place(who, { side: buys ? 'buy' : 'sell', priceCents, quantity }) });
  };
  const go = async () => {
    const [gone] = waiting.splice(any(waiting.length), 1);
    if (gone !== undefined) await cancel(gone.who, gone.order);
  };
  return async () => {
    turn += 1;
    if (turn % 5 === 0) await trade();
    else if (waiting.length >= resting) await go();
    else await come();
  };
}

const [clientFolder = ''] = process.argv.slice(2);
const port = await freePort();
const publicUrl = `http://127.0.0.1:${port}`;
const venue = await openVenue({ clientFolder, config: { port, publicUrl, marketTickMs: tickMs } });
const cast = await castOf(venue);
const floor = await openFloor(cast, 'continuous');
await floor.toContinuous();
const change = changes(floor);
for (let first = 0; first < 2 * resting; first += 1) await change();
let under: Promise<void> | null = null;
const timer = setInterval(() => {
  under ??= change().finally(() => (under = null));
}, tickMs);
process.on('message', () => {
  clearInterval(timer);
  void (under ?? Promise.resolve()).then(() => venue.close()).then(() => process.disconnect());
});
// Somebody without a part in the trading.
const writer = await cast.join('wanda@example.org', {
  displayName: 'Wanda Willi',
  roles: ['investor'],
  cents: 10_000_000,
});
const said: VenueSaid = {
  url: venue.url,
  listing: floor.listingId,
  email: writer.email,
  password: writer.password,
};
process.send?.(said);
