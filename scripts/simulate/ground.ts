import { policy } from '@piazza/shared/policy';
import {
  millis,
  type ListingId,
  type OfferId,
  type OrganisationId,
  type PersonId,
  type ProposalId,
} from '@piazza/shared/values';
import type { Role } from '../../server/src/domain/people/index.ts';
import type { Sequencer } from '../../server/src/kernel/sequencer.ts';
import type { TestClock } from '../../test/support/clock.ts';
import { approve, content, place, sealed } from '../../test/support/domain-cast.ts';
import { day } from '../../test/support/domain-venue.ts';
import { onboards } from '../../test/support/onboarded.ts';
import { completeDossier } from '../../test/support/dossier.ts';
import type { ProviderModel } from '../../test/support/provider-model.ts';
import { introduction, succeeds } from './provider.ts';

/** Who acts in a simulation, and in what. */
export interface Ground {
  readonly investors: readonly PersonId[];
  readonly operators: readonly PersonId[];
  /** Issues that trade, and those whose offer is still open when trading begins. */
  readonly listings: readonly ListingId[];
  readonly offers: readonly OfferId[];
}

interface Terms {
  readonly price: number;
  readonly closesAt: number;
}

const registers = async (exchange: Sequencer, name: string, roles: readonly Role[]): Promise<PersonId> => {
  const command = { kind: 'people.register', subject: name, profile: sealed(name), roles } as const;
  return (await exchange.command(command, 'venue'))['person'] as PersonId;
};

/** From draft to an open offer of 20,000 lots of ten, by the commands of an issuer and two operators. */
async function offers(
  exchange: Sequencer,
  { price, closesAt }: Terms,
  operators: readonly PersonId[],
): Promise<readonly [ListingId, OfferId]> {
  const issuer = await registers(exchange, `issuer ${price} ${closesAt}`, ['enterprise']);
  const profile = sealed('organisation');
  const found = { kind: 'organisations.create', subject: 'org', profile, fictional: true } as const;
  const organisation = (await exchange.command(found, issuer))['organisation'] as OrganisationId;
  await completeDossier(exchange, organisation, issuer, operators[0] as PersonId);
  const lot = price * 10;
  const terms = { price, lot: 10, softCap: lot, hardCap: 20_000 * lot, minimumTicket: lot, closesAt };
  const hardCap = Math.min(terms.hardCap, Math.floor(500_000_000 / lot) * lot);
  const draft = content({ ...terms, hardCap, transferability: 'free' });
  const create = { kind: 'listings.create', organisation, content: draft } as const;
  const listing = (await exchange.command(create, issuer))['listing'] as ListingId;
  await exchange.command({ kind: 'listings.submit', listing }, issuer);
  for (const operator of operators) await exchange.command({ kind: 'review.take', listing }, operator);
  for (const operator of operators) await exchange.command(approve(listing), operator);
  const { offer } = await exchange.command({ kind: 'offers.publish', listing }, issuer);
  return [listing, offer as OfferId];
}

/** Somebody proves that they understand a large commitment to the offer. */
async function understands(exchange: Sequencer, person: PersonId, offer: OfferId): Promise<void> {
  await exchange.command({ kind: 'protection.drawUnderstanding', offer }, person);
  const asked = exchange.peek(({ protection }) => protection.people.get(person)?.understanding?.question);
  if (asked === undefined) throw new Error(`nothing is asked of ${person}`);
  const answer = asked.order.indexOf(0);
  await exchange.command(
    { kind: 'protection.answerUnderstanding', offer, question: asked.id, answer },
    person,
  );
}

/** Two operators agree on fees, which are in force when their notice is over. */
async function asksFees(
  exchange: Sequencer,
  clock: TestClock,
  operators: readonly PersonId[],
): Promise<void> {
  const from = millis(exchange.now() + policy.feeNoticeMs);
  const fees = { commitmentBps: 15, tradeBps: 35, successBps: 250, admissionCents: 20_000 };
  const act = { kind: 'fee_change', ...fees, from, reason: sealed('fees') } as const;
  const [maker, checker] = operators as [PersonId, PersonId];
  const read = { contentHash: 'fees', reason: sealed('read') };
  const { proposal } = await exchange.command({ kind: 'approvals.propose', act, ...read }, maker);
  await exchange.command({ kind: 'approvals.approve', proposal: proposal as ProposalId, ...read }, checker);
  clock.tick(policy.feeNoticeMs);
}

/** Prices of the issues, in cents: of different bands of ticks. */
const soon = [1_000, 480, 12_000] as const;
const late = [250, 2_500] as const;
/** Cents that every investor brings, and about how many of them go into each issue. */
const broughtCents = 10_000_000;
const committedCents = 600_000;

/** Brings an investor their money: as play money, or by a bank transfer that the provider has. */
async function brings(exchange: Sequencer, person: PersonId, provider: ProviderModel | null): Promise<void> {
  if (provider === null) {
    await exchange.command({ kind: 'wallet.topUp', amountCents: broughtCents }, person);
    return;
  }
  for (const command of introduction(person, broughtCents)) await exchange.command(command, 'venue');
  const report = exchange.peek(({ payments }) => provider.call(payments, 0, succeeds));
  if (report !== undefined) await exchange.command(report, 'venue');
}

/** By real commands: three issues funded and held by everybody, two offers that close while the others trade. */
export async function prepare(
  exchange: Sequencer,
  clock: TestClock,
  people: number,
  provider: ProviderModel | null = null,
): Promise<Ground> {
  await exchange.command({ kind: 'venue.open', mode: 'SIMULATION' }, 'venue');
  if (provider !== null) await exchange.command({ kind: 'payments.use', by: 'stripe' }, 'venue');
  const operators: PersonId[] = [];
  for (const name of ['olga', 'oreste']) operators.push(await registers(exchange, name, ['operator']));
  // Play money trades without fees, so that both are played.
  if (provider !== null) await asksFees(exchange, clock, operators);
  const investors: PersonId[] = [];
  for (let one = 0; one < people; one += 1) {
    const person = await registers(exchange, `investor ${one}`, ['investor']);
    await onboards(exchange, person, operators[0] as PersonId);
    await brings(exchange, person, provider);
    investors.push(person);
  }
  const begun = clock.now();
  const listings: ListingId[] = [];
  const open: OfferId[] = [];
  for (const [index, price] of [...soon, ...late].entries()) {
    const early = index < soon.length;
    const closesAt = begun + (early ? 2 : 9 + index) * day;
    const [listing, offer] = await offers(exchange, { price, closesAt }, operators);
    listings.push(listing);
    if (!early) open.push(offer);
    const units = Math.ceil(committedCents / price / 10) * 10;
    for (const person of investors) {
      await understands(exchange, person, offer);
      await exchange.command(place(units, offer), person);
    }
  }
  clock.tick(8 * day);
  await exchange.command({ kind: 'people.acknowledgeWarning' }, investors[0] as PersonId);
  return { investors, operators, listings, offers: open };
}
