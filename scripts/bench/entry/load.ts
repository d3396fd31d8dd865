import type { Figures } from './figures.ts';
import { Tally } from './figures.ts';
import { HttpConnection } from './http.ts';
import { Trader, type Act } from './orders.ts';
import { CallSocket } from './socket.ts';

/** What the load process is asked to do. */
export interface Job {
  readonly road: 'socket' | 'batch' | 'http' | 'alone' | 'paced';
  readonly url: string;
  readonly listing: string;
  readonly tokens: readonly string[];
  readonly seconds: number;
}

const sockets = 50;
const inFlight = 8;
const batchSize = 20;
/** What comes before so many answers does not count, nor what comes in the first moments; but patience has an end. */
const warmUp = { answers: 15_000, leastMs: 500, mostMs: 15_000 } as const;

interface Ack {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly rejection?: { readonly code: string };
}

function noted(tally: Tally, trader: Trader, { kind }: Act, { ok, value, rejection }: Ack): void {
  if (!ok) tally.refused(rejection?.code ?? 'internal');
  else if (kind === 'place') trader.placed(value);
}

/** Runs `begin` until the time is over, and gives the figures of the answers after the warm-up. */
async function during(
  seconds: number,
  begin: (tally: () => Tally, isOver: () => boolean) => void,
): Promise<Figures> {
  let tally = new Tally();
  let over = false;
  begin(
    () => tally,
    () => over,
  );
  const begun = performance.now();
  const passed = (ms: number): boolean => performance.now() - begun > ms;
  do await new Promise((warm) => setTimeout(warm, 50));
  while (!passed(warmUp.leastMs) || (tally.answers < warmUp.answers && !passed(warmUp.mostMs)));
  const before = tally.answers;
  tally = new Tally();
  const started = performance.now();
  await new Promise((done) => setTimeout(done, seconds * 1000));
  const figures = tally.figures((performance.now() - started) / 1000, before);
  over = true;
  // What is still under way may come home, so that nobody finds it in the next measurement.
  await new Promise((home) => setTimeout(home, 200));
  return figures;
}

const request = (listing: string, { kind, key, order }: Act): [string, string] =>
  kind === 'place'
    ? ['placeOrder', `{"key":"${key}","params":{"listingId":"${listing}"},"body":${order}}`]
    : ['cancelOrder', `{"key":"${key}","params":{"orderId":"${order}"}}`];

const item = (listing: string, { kind, key, order }: Act): string =>
  kind === 'place'
    ? `{"act":"place","key":"${key}","listingId":"${listing}","order":${order}}`
    : `{"act":"cancel","key":"${key}","orderId":"${order}"}`;

/** They stay from job to job, with the orders they have at rest. */
const traders = new Map<string, Trader>();

function traderOf({ url }: Job, at: number): Trader {
  const name = `${new URL(url).port}-${at}`;
  const trader = traders.get(name) ?? new Trader(name, 1 + at);
  traders.set(name, trader);
  return trader;
}

async function open(job: Job): Promise<[CallSocket, Trader][]> {
  return Promise.all(
    job.tokens
      .slice(0, sockets)
      .map(async (token, at): Promise<[CallSocket, Trader]> => [
        await CallSocket.open(job.url, token),
        traderOf(job, at),
      ]),
  );
}

async function singles(job: Job): Promise<Figures> {
  const connections = await open(job);
  const figures = await during(job.seconds, (tally, isOver) => {
    for (const [socket, trader] of connections) {
      const again = (): void => {
        if (isOver()) return;
        const act = trader.next();
        const started = performance.now();
        socket.call(...request(job.listing, act), (ack) => {
          tally().answered(performance.now() - started);
          noted(tally(), trader, act, ack as Ack);
          again();
        });
      };
      for (let one = 0; one < inFlight; one += 1) again();
    }
  });
  for (const [socket] of connections) socket.close();
  return figures;
}

async function batches(job: Job): Promise<Figures> {
  const connections = await open(job);
  const figures = await during(job.seconds, (tally, isOver) => {
    for (const [socket, trader] of connections) {
      const again = (): void => {
        if (isOver()) return;
        const acts = Array.from({ length: batchSize }, () => trader.next());
        const started = performance.now();
        const items = acts.map((act) => item(job.listing, act)).join(',');
        socket.call('sendOrders', `{"items":[${items}]}`, (ack) => {
          tally().answered(performance.now() - started, batchSize);
          const { value } = ack as { value: { items: Ack[] } };
          acts.forEach((act, at) => noted(tally(), trader, act, value.items[at] as Ack));
          again();
        });
      };
      again();
      again();
    }
  });
  for (const [socket] of connections) socket.close();
  return figures;
}

/** Single calls at 1,000 a second, due at even times: who waits for a place in the queue waits in the figures. */
async function paced(job: Job): Promise<Figures> {
  const connections = await open(job);
  const figures = await during(job.seconds, (tally, isOver) => {
    const begun = performance.now();
    let sent = 0;
    const tick = (): void => {
      if (isOver()) return;
      for (; begun + sent < performance.now(); sent += 1) {
        const [socket, trader] = connections[sent % connections.length] as [CallSocket, Trader];
        const act = trader.next();
        const due = begun + sent;
        socket.call(...request(job.listing, act), (ack) => {
          tally().answered(performance.now() - due);
          noted(tally(), trader, act, ack as Ack);
        });
      }
      setTimeout(tick, 1);
    };
    tick();
  });
  for (const [socket] of connections) socket.close();
  return figures;
}

async function overHttp(job: Job, count: number, each: number): Promise<Figures> {
  const connections = await Promise.all(Array.from({ length: count }, () => HttpConnection.open(job.url)));
  const figures = await during(job.seconds, (tally, isOver) => {
    connections.forEach((connection, at) => {
      const trader = traderOf(job, at);
      const token = job.tokens[at % job.tokens.length] ?? '';
      const again = (): void => {
        if (isOver()) return;
        const act = trader.next();
        const started = performance.now();
        const headers = `Authorization: Bearer ${token}\r\nIdempotency-Key: ${act.key}\r\n`;
        const [method, path, body] =
          act.kind === 'place'
            ? ['POST', `/api/v1/markets/${job.listing}/orders`, act.order]
            : ['DELETE', `/api/v1/orders/${act.order}`, ''];
        connection.send(method, path, headers, body, (status, value) => {
          tally().answered(performance.now() - started);
          const rejection = { code: String((value as { code?: string }).code) };
          noted(tally(), trader, act, status < 300 ? { ok: true, value } : { ok: false, rejection });
          again();
        });
      };
      for (let one = 0; one < each; one += 1) again();
    });
  });
  for (const connection of connections) connection.close();
  return figures;
}

const roads: Readonly<Record<Job['road'], (job: Job) => Promise<Figures>>> = {
  socket: singles,
  batch: batches,
  paced,
  /** As many under way as over the sockets, on as many connections. */
  http: (job) => overHttp(job, sockets, inFlight),
  /** As many again, each on a connection of its own, for clients that wait for a reply before they ask again. */
  alone: (job) => overHttp(job, sockets * inFlight, 1),
};

/** Puts the load of the job on the venue and gives what came back. */
export const run = (job: Job): Promise<Figures> => roads[job.road](job);
