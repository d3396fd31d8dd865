import { proveUnderstanding } from '../../../server/src/demo/understanding.ts';
import { emptyDraft, type ListingFacts } from '@piazza/shared/contract';
import type { ListingId, OfferId, OrganisationId, PersonId } from '@piazza/shared/values';
import type { Venue } from '../../../server/src/compose.ts';
import type { Role } from '../../../server/src/domain/people/index.ts';
import { completeDossier } from '../../../test/support/dossier.ts';
import { onboards } from '../../../test/support/onboarded.ts';
import { createAccessTokens } from './built.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const issuePriceCents = 480;
/** Of those who trade over sockets, and of all others. */
const unitsOf = { busy: 15_000, others: 700 } as const;
const busyTraders = 50;
const traders = 400;

/** A market in continuous trading, and the access tokens of those who may trade in it. */
export interface PreparedMarket {
  readonly listing: ListingId;
  readonly tokens: readonly string[];
  readonly people: readonly PersonId[];
}

const facts = (now: number): ListingFacts => ({
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
  price: issuePriceCents as never,
  lot: 10 as never,
  softCap: 100_000 as never,
  hardCap: 480_000_000 as never,
  minimumTicket: 4_800 as never,
  opensAt: null,
  closesAt: (now + 40 * dayMs) as never,
  ownFunds: null,
  maturityDate: null,
  reserves: { community: 0, retail: 0, institutional: 0 },
});

/** Trades all day, so that a benchmark meets no closing. */
const calendar = {
  sessions: [
    {
      preOpenMinute: 0,
      callMinute: 1,
      freezeMinute: 2,
      endMinute: 3,
      closeMinute: 1_439,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
  ],
  everyDay: true,
};

async function join({ exchange, context }: Venue, name: string, roles: readonly Role[]): Promise<PersonId> {
  const subject = await context.vault.createSubject();
  const profile = await context.vault.seal(subject, { displayName: name, locale: 'it' });
  const { person } = await exchange.command({ kind: 'people.register', subject, profile, roles }, 'venue');
  return person as PersonId;
}

async function publish(
  { exchange, context }: Venue,
  issuer: PersonId,
  operators: readonly PersonId[],
): Promise<{ listing: ListingId; offer: OfferId }> {
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
    issuer,
  );
  const organisation = founded['organisation'] as OrganisationId;
  await completeDossier(exchange, organisation, issuer, operators[0] as PersonId);
  const texts = await context.vault.seal(subject, { ...emptyDraft.texts, title: 'Prova' });
  const content = { texts, facts: facts(exchange.now()), contentHash: texts.hash, gaps: [] };
  const created = await exchange.command({ kind: 'listings.create', organisation, content }, issuer);
  const listing = created['listing'] as ListingId;
  await exchange.command({ kind: 'listings.submit', listing }, issuer);
  for (const id of operators) await exchange.command({ kind: 'review.take', listing }, id);
  const gates = { intentional: true, measurable: true, additional: true, noConflictOfInterest: true };
  for (const id of operators)
    await exchange.command(
      { kind: 'review.approve', listing, contentHash: texts.hash, ...gates, words: texts },
      id,
    );
  const { offer } = await exchange.command({ kind: 'offers.publish', listing }, issuer);
  return { listing, offer: offer as OfferId };
}

async function invest(
  { exchange }: Venue,
  offer: OfferId,
  person: PersonId,
  operator: PersonId,
  units: number,
): Promise<void> {
  await onboards(exchange, person, operator);
  for (let one = 0; one < 10; one += 1)
    await exchange.command({ kind: 'wallet.topUp', amountCents: 10_000_000 }, person);
  const acknowledgements = {
    riskWarning: true,
    reflectionNotice: true,
    aboveThreshold: true,
  } as const;
  await proveUnderstanding({ exchange }, person, offer, units);
  await exchange.command({ kind: 'commitments.place', offer, units, acknowledgements }, person);
}

/** Opens a funded issue for continuous trading among `traders` people, by the venue's own commands. */
export async function openMarket(venue: Venue): Promise<PreparedMarket> {
  const { exchange, context } = venue;
  const issuer = await join(venue, 'elsa', ['enterprise']);
  const operators = [await join(venue, 'olga', ['operator']), await join(venue, 'oreste', ['operator'])];
  const [operator] = operators as [PersonId];
  const { listing, offer } = await publish(venue, issuer, operators);
  const names = Array.from({ length: traders }, (_, one) => `trader ${one}`);
  const people = await Promise.all(names.map((name) => join(venue, name, ['investor'])));
  await Promise.all(
    people.map((person, at) =>
      invest(venue, offer, person, operator, at < busyTraders ? unitsOf.busy : unitsOf.others),
    ),
  );
  const subject = await context.vault.createSubject();
  const reason = await context.vault.seal(subject, { reason: 'A benchmark' });
  const pass = (byMs: number) => exchange.command({ kind: 'venue.advanceClock', byMs, reason }, operator);
  await pass(60 * dayMs);
  await exchange.command({ kind: 'markets.open', listing, model: 'continuous', calendar, reason }, operator);
  const phase = (): string | undefined => exchange.peek((state) => state.markets.markets.get(listing)?.phase);
  while (phase() !== 'continuous') await pass(hourMs);
  const tokens = createAccessTokens(await context.vault.secret('access-token', 32), () => Date.now());
  return {
    listing,
    people,
    tokens: people.map(
      (personId) => tokens.issue({ personId, sessionId: `${personId}.bench` }, Infinity).accessToken,
    ),
  };
}
