import type { ListingFacts } from '@piazza/shared/contract';
import type { MethodId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openStores } from '../../server/src/adapters/open-stores.ts';
import { startVenue, type Venue } from '../../server/src/compose.ts';
import { readConfig } from '../../server/src/config.ts';
import type { Role } from '../../server/src/domain/people/index.ts';
import { onboards } from '../../test/support/onboarded.ts';
import { facts, openOffer } from '../crash/load-and-kill/prepare.ts';
import type { Standin } from '../stripe-standin/index.ts';
import { means, waysOf, type Way } from './crowd.ts';

const dayMs = 86_400_000;
const open = { price: 1_000, openMs: 9 * dayMs };

export interface Investor {
  readonly id: PersonId;
  readonly way: Way;
  readonly customer: string;
  /** The method first used, and a good card for a second try; null for bank transfers. */
  readonly method: MethodId | null;
  readonly second: MethodId | null;
}
export type OfferName = 'fails' | 'reaches' | 'oversubscribed';
export interface Offered {
  readonly name: OfferName;
  readonly offer: OfferId;
  readonly organisation: OrganisationId;
  readonly account: string;
}
export interface Story {
  readonly operators: readonly [PersonId, PersonId];
  readonly offers: readonly Offered[];
  readonly investors: readonly Investor[];
}

/** Cents an investor: the first asks for more than everybody gives, the second for half of it, the third for far less. */
const caps: Readonly<Record<OfferName, readonly [softCap: number, hardCap: number]>> = {
  fails: [60_000, 90_000],
  reaches: [5_000, 90_000],
  oversubscribed: [1_000, 8_000],
};

const factsOf = (now: number, name: OfferName, investors: number): ListingFacts => {
  const [softCap, hardCap] = caps[name].map((one) => one * investors) as [number, number];
  return { ...facts(now, open), lot: 1 as never, softCap: softCap as never, hardCap: hardCap as never };
};

async function person({ exchange, context }: Venue, name: string, roles: readonly Role[]): Promise<PersonId> {
  const subject = await context.vault.createSubject();
  const profile = await context.vault.seal(subject, {
    email: `${name}@example.org`,
    displayName: name,
    locale: 'it',
  });
  const { person: id } = await exchange.command(
    { kind: 'people.register', subject, profile, roles },
    'venue',
  );
  return id as PersonId;
}

/** Leaves a card or an account with the provider, on its own page. */
async function method(
  { exchange, payments }: Venue,
  control: Standin['control'],
  owner: { readonly id: PersonId; readonly customer: string },
  kind: 'card' | 'sepa_debit',
  account: string,
): Promise<MethodId> {
  if (payments === undefined) throw new Error('there is no provider');
  const begin = {
    customer: owner.customer,
    kind,
    successUrl: 'http://127.0.0.1/',
    cancelUrl: 'http://127.0.0.1/',
  };
  const { session } = await payments.provider.beginSetup(begin, `setup:${owner.id}:${account}`);
  control.save(session, account);
  const kept = await payments.provider.readSetup(session);
  if (kept === null) throw new Error(`${account} was not kept`);
  const label = { ref: `label-${owner.id}`, hash: kept.last4 };
  const added = await exchange.command(
    { kind: 'payments.addMethod', person: owner.id, method: { kind, provider: kept.method, label } },
    'venue',
  );
  return added['method'] as MethodId;
}

async function investor(
  venue: Venue,
  standin: Standin,
  operator: PersonId,
  way: Way,
  index: number,
): Promise<Investor> {
  const id = await person(venue, `investor-${index}`, ['investor']);
  await onboards(venue.exchange, id, operator);
  const provider = venue.payments?.provider;
  if (provider === undefined) throw new Error('there is no provider');
  const { customer } = await provider.createCustomer(id, `customer:${id}`);
  await venue.exchange.command({ kind: 'payments.linkCustomer', holder: id, customer }, 'venue');
  const { kind, account } = means[way];
  const own = { id, customer };
  const first = kind === null ? null : await method(venue, standin.control, own, kind, account);
  const second =
    way === 'declines' || way === 'sepa_fails'
      ? await method(venue, standin.control, own, 'card', means.card_atonce.account)
      : null;
  return { id, way, customer, method: first, second };
}

async function offered(
  venue: Venue,
  operators: readonly [PersonId, PersonId],
  name: OfferName,
  investors: number,
): Promise<Offered> {
  const { exchange, payments } = venue;
  const issuer = { id: await person(venue, `issuer-${name}`, ['enterprise']) };
  const reviewers = operators.map((id) => ({ id }));
  const { organisation, offer } = await openOffer(
    venue,
    issuer,
    reviewers,
    factsOf(exchange.now(), name, investors),
  );
  if (payments === undefined) throw new Error('there is no provider');
  const holder = { id: organisation, kind: 'organisation', email: `${name}@example.org` } as const;
  const { account } = await payments.provider.createAccount(holder, `account:${organisation}`);
  await exchange.command({ kind: 'payments.linkPayee', holder: organisation, account }, 'venue');
  return { name, offer, organisation, account };
}

async function populate(venue: Venue, standin: Standin, count: number, random: () => number): Promise<Story> {
  const operators = [
    await person(venue, 'olga', ['operator']),
    await person(venue, 'oreste', ['operator']),
  ] as const;
  const offers: Offered[] = [];
  for (const name of ['fails', 'reaches', 'oversubscribed'] as const)
    offers.push(await offered(venue, operators, name, count));
  const investors: Investor[] = [];
  const ways = waysOf(count, random);
  const together = 10;
  for (let at = 0; at < count; at += together)
    investors.push(
      ...(await Promise.all(
        ways
          .slice(at, at + together)
          .map((way, one) => investor(venue, standin, operators[0], way, at + one)),
      )),
    );
  return { operators, offers, investors };
}

/** Makes a data folder with people who can pay and offers they can commit to, and closes it. */
export async function prepare(
  env: Readonly<Record<string, string>>,
  standin: Standin,
  count: number,
  random: () => number,
): Promise<Story> {
  const config = { ...readConfig(env), port: 0 };
  const clientFolder = await mkdtemp(join(tmpdir(), 'piazza-client-'));
  const venue = await startVenue({
    config,
    stores: await openStores({ dataDir: config.dataDir }),
    logger: pino({ level: 'error' }),
    clientFolder,
    fatal: (error) => {
      throw error;
    },
  });
  const story = await populate(venue, standin, count, random);
  await venue.close();
  await rm(clientFolder, { recursive: true });
  return story;
}
