import { emptyDraft, type ListingFacts } from '@piazza/shared/contract';
import type { ListingId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { pino } from 'pino';
import { openStores } from '../../../server/src/adapters/open-stores.ts';
import { startVenue, type Venue } from '../../../server/src/compose.ts';
import { readConfig } from '../../../server/src/config.ts';
import type { Role } from '../../../server/src/domain/people/index.ts';
import { completeDossier } from '../../../test/support/dossier.ts';
import { onboards } from '../../../test/support/onboarded.ts';
import { holdUnits, openMarkets } from './markets.ts';

const dayMs = 86_400_000;
const purses = 30;
const password = 'quattro gatti sul tetto';

/** Somebody with an account and money, who can sign in. */
export interface Member {
  readonly id: PersonId;
  readonly email: string;
  readonly password: string;
}
export interface Prepared {
  readonly investors: readonly Member[];
  readonly operator: Member;
  /** Offers that stay open for most of a year. */
  readonly offers: readonly OfferId[];
  /** Issues that trade: one continuously, one by calls. */
  readonly markets: readonly ListingId[];
}

/** Cents a unit, and when the offer closes. */
interface Terms {
  readonly price: number;
  readonly openMs: number;
}
interface Opened {
  readonly organisation: OrganisationId;
  readonly listing: ListingId;
  readonly offer: OfferId;
}

async function join(venue: Venue, name: string, roles: readonly Role[]): Promise<Member> {
  const email = `${name}@example.org`;
  const account = { email, password, displayName: name, locale: 'it', roles } as const;
  return { id: await venue.identity.accounts.createAccount(account), email, password };
}

/** €1 a unit, in lots of ten, tickets from €10: small enough that nobody runs out of money at once. */
const longOffer: Terms = { price: 100, openMs: 300 * dayMs };
/** A band of prices with many ticks around it. */
const soonTraded: Terms = { price: 1_000, openMs: 5 * dayMs };

/** Facts of a listing whose offer opens at once. */
export const facts = (now: number, { price, openMs }: Terms): ListingFacts => ({
  sector: 'housing',
  instrument: 'community_share',
  transferability: 'free',
  couponBps: null,
  accrual: 'none',
  indicator: 'OI1234',
  sdgTarget: '11.1',
  baseline: 0,
  target: 40,
  targetDate: '2036-12-31',
  price: price as never,
  lot: 10 as never,
  softCap: 100_000 as never,
  hardCap: 200_000_000 as never,
  minimumTicket: (price * 10) as never,
  opensAt: null,
  closesAt: (now + openMs) as never,
  ownFunds: null,
  maturityDate: null,
  reserves: { community: 0, retail: 0, institutional: 0 },
});

/** An organisation with a complete dossier, and its listing, reviewed and offered. */
export async function openOffer(
  { exchange, context }: Venue,
  issuer: Pick<Member, 'id'>,
  operators: readonly Pick<Member, 'id'>[],
  of: ListingFacts,
): Promise<Opened> {
  const subject = await context.vault.createSubject();
  const profile = await context.vault.seal(subject, {
    name: 'Prova',
    legalForm: 'other',
    place: '',
    website: '',
    about: '',
  });
  const founded = await exchange.command(
    { kind: 'organisations.create', subject, profile, fictional: true },
    issuer.id,
  );
  const organisation = founded['organisation'] as OrganisationId;
  await completeDossier(exchange, organisation, issuer.id, (operators[0] as Pick<Member, 'id'>).id);
  const texts = await context.vault.seal(subject, { ...emptyDraft.texts, title: 'Prova' });
  const content = { texts, facts: of, contentHash: texts.hash, gaps: [] };
  const created = await exchange.command({ kind: 'listings.create', organisation, content }, issuer.id);
  const listing = created['listing'] as ListingId;
  await exchange.command({ kind: 'listings.submit', listing }, issuer.id);
  for (const { id } of operators) await exchange.command({ kind: 'review.take', listing }, id);
  const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
  for (const { id } of operators) {
    const approve = {
      kind: 'review.approve',
      listing,
      contentHash: texts.hash,
      ...gates,
      words: texts,
    } as const;
    await exchange.command(approve, id);
  }
  const { offer } = await exchange.command({ kind: 'offers.publish', listing }, issuer.id);
  return { organisation, listing, offer: offer as OfferId };
}

async function populate(venue: Venue, count: number): Promise<Prepared> {
  const operators = [
    await join(venue, 'olga', ['operator']),
    await join(venue, 'oreste', ['operator']),
  ] as const;
  const open = async (name: string, terms: Terms): Promise<Opened> =>
    openOffer(venue, await join(venue, name, ['enterprise']), operators, facts(venue.exchange.now(), terms));
  const offers = [await open('elsa', longOffer), await open('enzo', longOffer)];
  const traded = [await open('emma', soonTraded), await open('ezio', soonTraded)];
  const names = Array.from({ length: count }, (_, one) => `investor-${one}`);
  const investors = await Promise.all(names.map((name) => join(venue, name, ['investor'])));
  for (const { id } of investors) await onboards(venue.exchange, id, operators[0].id);
  const purse = { kind: 'wallet.topUp', amountCents: 10_000_000 } as const;
  for (const { id } of investors)
    for (let one = 0; one < purses; one += 1) await venue.exchange.command(purse, id);
  const people = investors.map(({ id }) => id);
  for (const { offer } of traded) await holdUnits(venue, offer, people);
  const [operator] = operators;
  const markets = traded.map(({ listing }) => listing);
  await openMarkets(venue, operator.id, markets, soonTraded.openMs + dayMs);
  return { investors, operator, offers: offers.map(({ offer }) => offer), markets };
}

/** Makes a data folder with people, money and two open offers, by the venue's own commands, and closes it. */
export async function prepare(dataDir: string, investors: number): Promise<Prepared> {
  const config = { ...readConfig({ DATA_DIR: dataDir, DEMO: 'off', REQUESTS_PER_MINUTE: '0' }), port: 0 };
  const clientFolder = await mkdtemp(pathOf(tmpdir(), 'piazza-client-'));
  const venue = await startVenue({
    config,
    stores: await openStores({ dataDir }),
    logger: pino({ level: 'error' }),
    clientFolder,
    fatal: (error) => {
      throw error;
    },
  });
  const prepared = await populate(venue, investors);
  await venue.close();
  await rm(clientFolder, { recursive: true });
  return prepared;
}
