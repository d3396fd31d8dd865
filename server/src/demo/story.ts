import type { ListingFacts } from '@piazza/shared/contract';
import { millis, romeDay, romeOffset, type PersonId } from '@piazza/shared/values';
import { chanceOf, seedOf, type Chance } from './chance.ts';
import type { Chapter, Days, Fill, OwnCommitment } from './chapters.ts';
import type { Company, CrowdMember, DemoVenue } from './company.ts';
import { Issue } from './admission.ts';
import { planFilling, type PlannedCommitment, type Terms } from './filling.ts';
import { commit, fillPurse } from './purse.ts';
import { tellTrading } from './trading/story.ts';
import { factsOf, textsOf } from './venture.ts';
import type { Script } from './script.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Nothing of the story happens in its last moments, which belong to the start itself. */
const lastMomentMs = 120_000;

export interface Teller {
  readonly venue: DemoVenue;
  readonly company: Company;
  readonly script: Script;
  /** The moment at which the story is told, UTC ms. */
  readonly now: number;
}

const verdicts = [
  'Prospetto completo: l’indicatore regge e il confronto è onesto. Approvo.',
  'Complete and plausible; the gate is met on all three points. Approved.',
  'Le prove sono verificabili e i rischi sono detti senza giri di parole.',
  'Terms hold together, the baseline is documented. I have no conflict of interest.',
];

/** Whose word counts for an organisation: those of the shown enterprise are named, the others are shared out. */
function issuerOf(company: Company, organisation: string): PersonId {
  const { shown, representatives } = company;
  if (organisation.startsWith('Forno Aperto') || organisation.startsWith('Orto di Cintura'))
    return shown.enterprise;
  return representatives[seedOf(organisation) % representatives.length] ?? shown.enterprise;
}

/** Acts of a chapter stand at least seven hours apart; this moves none past another. */
const jitterMs = 40 * 60_000;

/** When somebody does something on that day: by daylight in Rome, in the order of the days given, never after now. */
function at({ now }: Teller, days: Days, chance: Chance): number {
  const moment = Math.floor(now + days * DAY_MS);
  const local = moment + romeOffset(millis(moment));
  const midnight = Math.floor(local / DAY_MS) * DAY_MS - romeOffset(millis(moment));
  const share = (moment - midnight) / DAY_MS;
  const byDay = midnight + (8 + 11 * share) * HOUR_MS + Math.floor(chance.draw() * jitterMs);
  return Math.min(Math.floor(byDay), now - lastMomentMs);
}

function tellAdmission(teller: Teller, chapter: Chapter, issue: Issue, chance: Chance): void {
  const { script, company } = teller;
  const operators = [company.shown.operator1, company.shown.operator2];
  const by = (index: number): PersonId => operators[index % 2] ?? company.shown.operator1;
  const first = chance.yes(0.5) ? 0 : 1;
  const { submitted, taken = [], sentBack, approved } = chapter;
  const when = (days: Days, act: () => Promise<void>): void => script.add(at(teller, days, chance), act);
  if (submitted !== undefined) when(submitted, () => issue.submit());
  for (const [index, days] of taken.entries()) when(days, () => issue.take(by(first + index)));
  if (sentBack !== undefined) {
    when(sentBack.at, () => issue.sendBack(by(first + taken.length - 1), sentBack));
    if (sentBack.again !== undefined) {
      when(sentBack.again, () => issue.submit());
      when(sentBack.again + 0.4, () => issue.take(by(first)));
      when(sentBack.again + 0.9, () => issue.take(by(first + 1)));
    }
  }
  for (const [index, days] of (approved ?? []).entries())
    when(days, () => issue.approve(by(first + index), chance.pick(verdicts)));
}

/** Places a commitment and, where its investor thinks better of it, revokes it. */
function tellCommitment(
  { venue, script }: Teller,
  issue: Issue,
  person: PersonId,
  amountOf: (units: number) => number,
  plan: Omit<PlannedCommitment, 'tier'>,
): void {
  let placed: ReturnType<typeof commit> | undefined;
  script.addBeside(plan.at, person, () => {
    // Taken in this order, though neither is durable yet: the money is there when the commitment asks for it.
    const filled = fillPurse(venue, person, amountOf(plan.units));
    const place = () => commit(venue, person, issue.offerId, plan.units);
    placed = venue.transferIn === undefined ? place() : filled.then(place);
    return Promise.all([filled, placed]);
  });
  if (plan.revokedAt === null) return;
  script.add(plan.revokedAt, async () => {
    const commitmentId = (await placed)?.id;
    if (commitmentId !== undefined)
      await venue.voices(person)('commitments.revoke', { params: { commitmentId } });
  });
}

function ownPlan(
  teller: Teller,
  own: OwnCommitment,
  lot: number,
  chance: Chance,
): Omit<PlannedCommitment, 'tier'> {
  const placedAt = at(teller, own.at, chance);
  const revokedAt = own.revokedAt === undefined ? null : at(teller, own.revokedAt, chance);
  return { at: placedAt, units: own.lots * lot, revokedAt };
}

/** While the offer took commitments; the crowd keeps to it. */
interface Season {
  readonly from: number;
  readonly to: number;
}

function tellFilling(
  teller: Teller,
  fill: Fill,
  season: Season,
  issue: Issue,
  terms: Terms,
  chance: Chance,
): void {
  const { company } = teller;
  const amountOf = (units: number): number => units * terms.price;
  let committed = Math.floor(terms.hardCap * fill.level);
  for (const one of fill.own) {
    const plan = ownPlan(teller, one, terms.lot, chance);
    if (plan.revokedAt === null) committed -= amountOf(plan.units);
    tellCommitment(teller, issue, company.shown[one.by], amountOf, plan);
  }
  const members = new Map<string, CrowdMember[]>();
  for (const member of company.crowd) members.set(member.tier, [...(members.get(member.tier) ?? []), member]);
  for (const plan of planFilling({ terms, ...season, committed }, chance)) {
    const member = chance.pick(members.get(plan.tier) ?? company.crowd);
    tellCommitment(teller, issue, member.id, amountOf, plan);
  }
}

const complete = (facts: ListingFacts): Terms => {
  const { price, lot, hardCap, minimumTicket } = facts;
  if (price === null || lot === null || hardCap === null || minimumTicket === null)
    throw new Error('a venture of the story has no terms');
  return { price, lot, hardCap, minimumTicket };
};

/** The offer's life from its publication: how it fills and, where an operator stopped it, how it ends. */
function tellOffer(
  teller: Teller,
  chapter: Chapter,
  issue: Issue,
  facts: ListingFacts,
  chance: Chance,
): void {
  const { published, fill, cancelled } = chapter;
  if (published === undefined) return;
  const { venue, company, script, now } = teller;
  const from = at(teller, published, chance);
  script.add(from, () => issue.publish());
  const stopped = cancelled === undefined ? Infinity : at(teller, cancelled.at, chance);
  const to = Math.min(stopped, facts.closesAt ?? now, now - lastMomentMs) - 1;
  if (fill !== undefined) tellFilling(teller, fill, { from: from + 1, to }, issue, complete(facts), chance);
  if (cancelled === undefined) return;
  script.add(stopped, () =>
    venue.voices(company.shown.operator2)('offers.cancel', {
      params: { offerId: issue.offerId },
      body: { reason: cancelled.reason },
    }),
  );
}

/** Writes one listing's life into the script; returns it, so that its ids are known once the script was played. */
export function tellChapter(teller: Teller, chapter: Chapter): Issue {
  const { venue, company, script, now } = teller;
  const { venture, drafted } = chapter;
  const chance = chanceOf(seedOf(venture.key));
  const issue = new Issue(venue, issuerOf(company, venture.organisation.name));
  const opens = chapter.opens === undefined ? null : now + chapter.opens * DAY_MS;
  const facts = factsOf(venture.facts, now + chapter.closes * DAY_MS, opens);
  script.add(at(teller, drafted, chance), () => issue.begin(venture.organisation, textsOf(venture)));
  // What is still a draft lacks its dates, as drafts do.
  const known =
    chapter.submitted === undefined ? { ...facts, closesAt: null, target: null, targetDate: null } : facts;
  script.add(at(teller, drafted + 1.2, chance), () => issue.save({ texts: textsOf(venture), facts: known }));
  tellAdmission(teller, chapter, issue, chance);
  tellOffer(teller, chapter, issue, facts, chance);
  if (facts.price !== null) tellTrading(teller, venture.key, issue, facts.price);
  const { told } = chapter;
  if (told !== undefined) {
    const when = at(teller, told.at, chance);
    const body = { words: told.words, occurredOn: romeDay(millis(when)) };
    const say = venue.voices(issuerOf(company, venture.organisation.name));
    script.add(when, () => say('disclosures.report', { params: { listingId: issue.listingId }, body }));
  }
  return issue;
}
